using System.Collections.Immutable;

namespace NasEngine.Networks;

/// <summary>
/// Batch normalisation per channel. Tensors <c>weight</c> and <c>bias</c> [channels] when affine; the running mean and
/// variance are buffers of the same shape, not weights.
/// </summary>
/// <param name="Key">Weight key.</param>
/// <param name="Channels">Channels.</param>
/// <param name="Epsilon">Added to the variance.</param>
/// <param name="Momentum">Share of the new batch in the running statistics.</param>
/// <param name="Affine">Whether the result is scaled and shifted.</param>
public sealed record BatchNorm(string Key, int Channels, double Epsilon = 1e-5, double Momentum = 0.1, bool Affine = true)
    : Operation
{
    /// <inheritdoc/>
    public override string Kind => "bn";

    /// <inheritdoc/>
    public override ImmutableArray<Weight> Weights =>
        Affine ? [new Weight(Key + ".weight", [Channels]), new Weight(Key + ".bias", [Channels])] : [];

    /// <inheritdoc/>
    public override long ParameterCount => Affine ? 2L * Channels : 0;

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        var input = Single(inputs);
        return input.Channels == Channels
            ? input
            : throw Wrong($"batch norm '{Key}' takes {Channels} channels and was given {input}.");
    }
}
