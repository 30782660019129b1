using System.Collections.Immutable;

namespace NasEngine.Networks;

/// <summary>
/// A vector per token: 1×H×W of token numbers to Size×H×W. A number is cut to a whole one and brought into [0, Tokens). Tensor
/// <c>weight</c> [tokens, size].
/// </summary>
/// <param name="Key">Weight key.</param>
/// <param name="Tokens">How many tokens there are; number 0 is padding (<see cref="Attention"/>, <see cref="TokenMean"/>).</param>
/// <param name="Size">Channels of a vector.</param>
public sealed record Embedding(string Key, int Tokens, int Size) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "embedding";

    /// <inheritdoc/>
    public override ImmutableArray<Weight> Weights => [new Weight(Key + ".weight", [Tokens, Size])];

    /// <inheritdoc/>
    public override long ParameterCount => (long)Tokens * Size;

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        var input = Single(inputs);
        return input.Channels == 1 && Tokens >= 1 && Size >= 1
            ? input with { Channels = Size }
            : throw Wrong($"embedding '{Key}' of {Tokens} tokens in {Size} channels was given {input}; it takes one channel of token "
                + $"numbers, and both must be at least 1.");
    }
}

/// <summary>Adds a vector to each place of a map, its position embedding. Tensor <c>weight</c> [places, channels], rows first.</summary>
/// <param name="Key">Weight key.</param>
/// <param name="Channels">Channels of the map.</param>
/// <param name="Places">Height times width of the map.</param>
public sealed record Positions(string Key, int Channels, int Places) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "positions";

    /// <inheritdoc/>
    public override ImmutableArray<Weight> Weights => [new Weight(Key + ".weight", [Places, Channels])];

    /// <inheritdoc/>
    public override long ParameterCount => (long)Places * Channels;

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        var input = Single(inputs);
        return input.Channels == Channels && input.Height * input.Width == Places
            ? input
            : throw Wrong($"positions '{Key}' of {Places} places in {Channels} channels was given {input}; both must be those of the map.");
    }
}

/// <summary>
/// Mean of a map over the places whose token is not padding: features C×H×W and token numbers 1×H×W to C×1×1. Numbers below 1 are
/// padding; where all are, the mean is 0.
/// </summary>
public sealed record TokenMean : Operation
{
    /// <inheritdoc/>
    public override string Kind => "token_mean";

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs) =>
        inputs.Length == 2 && inputs[1] == inputs[0] with { Channels = 1 }
            ? new FeatureShape(inputs[0].Channels, 1, 1)
            : throw Wrong("token mean takes features and the token numbers of the same places, in one channel.");
}
