namespace NasEngine.Networks;

/// <summary>
/// Scaled dot-product attention in heads (arXiv 1706.03762, section 3.2): every place of the first map, the queries, gets the mean of
/// the values at all places, weighted by softmax(q·k/√d), d being the channels of a head. Inputs are queries, keys and values, C×H×W
/// each, and with a fourth, token numbers 1×H×W, places whose number is below 1 (padding) are attended by nobody. What maps features to
/// queries, keys and values are 1×1 convolutions around it.
/// </summary>
/// <param name="Heads">Heads, which divide the channels.</param>
public sealed record Attention(int Heads) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "attention";

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        if (inputs.Length is not (3 or 4))
        {
            throw Wrong(
                $"attention takes queries, keys and values, and token numbers where some are padding, and was given {inputs.Length} "
                + $"inputs.");
        }

        var first = inputs[0];
        if (inputs[1] != first || inputs[2] != first || (inputs.Length == 4 && inputs[3] != first with { Channels = 1 }))
        {
            throw Wrong($"attention was given queries {first}, keys {inputs[1]} and values {inputs[2]}; they must be of one shape, and "
                + $"token numbers of one channel of it.");
        }

        return Heads >= 1 && first.Channels % Heads == 0
            ? first
            : throw Wrong($"attention in {Heads} heads was given {first}; the heads must divide the channels.");
    }

    /// <summary>The products of queries with keys and of weights with values: 2·(H·W)²·C.</summary>
    public override long Macs(FeatureShape output) => 2L * output.Height * output.Width * output.Count;
}
