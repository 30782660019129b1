using System.Collections.Immutable;

namespace NasEngine.Networks;

/// <summary>
/// Layer normalisation over the channels of each place (arXiv 1607.06450, as transformers use it). Tensors <c>weight</c> and
/// <c>bias</c> [channels].
/// </summary>
/// <param name="Key">Weight key.</param>
/// <param name="Channels">Channels.</param>
/// <param name="Epsilon">Added to the variance.</param>
public sealed record LayerNorm(string Key, int Channels, double Epsilon = 1e-5) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "ln";

    /// <inheritdoc/>
    public override ImmutableArray<Weight> Weights => [new Weight(Key + ".weight", [Channels]), new Weight(Key + ".bias", [Channels])];

    /// <inheritdoc/>
    public override long ParameterCount => 2L * Channels;

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        var input = Single(inputs);
        return input.Channels == Channels
            ? input
            : throw Wrong($"layer norm '{Key}' takes {Channels} channels and was given {input}.");
    }
}
