namespace NasEngine.Networks;

/// <summary>
/// The sum of the splits of each channel: C·radix×H×W to C×H×W, where split r of channel c lies at channel c·radix + r
/// (the order in which a grouped convolution writes them). ResNeSt, arXiv 2004.08955, eq. 1.
/// </summary>
public sealed record SplitSum(int Radix) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "split_sum";

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        var input = Single(inputs);
        return Radix >= 2 && input.Channels % Radix == 0
            ? input with { Channels = input.Channels / Radix }
            : throw Wrong($"split sum over {Radix} splits was given {input}; the splits must be two or more and divide the channels.");
    }
}

/// <summary>
/// Softmax over the splits of each channel, in the order of <see cref="SplitSum"/>: the shape stays. ResNeSt, arXiv
/// 2004.08955, eq. 3 (with one split it is a sigmoid, which is an <see cref="Activation"/>).
/// </summary>
public sealed record SplitSoftmax(int Radix) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "split_softmax";

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        var input = Single(inputs);
        return Radix >= 2 && input.Channels % Radix == 0
            ? input
            : throw Wrong($"split softmax over {Radix} splits was given {input}; the splits must be two or more and divide the channels.");
    }
}
