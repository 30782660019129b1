namespace NasEngine.Networks;

/// <summary>
/// Attention over channels: squeeze-and-excitation (arXiv 1709.01507) with one split, split attention (ResNeSt,
/// arXiv 2004.08955) with more.
/// </summary>
/// <param name="Radix">Number of splits, at least 1.</param>
/// <param name="Hidden">Channels between the two 1×1 convolutions.</param>
/// <param name="Gate">Gate of a single split, sigmoid or hard sigmoid; more splits take the softmax.</param>
/// <param name="Activation">Non-linearity between the two convolutions.</param>
public sealed record ChannelAttention(
    int Radix, int Hidden, ActivationKind Gate = ActivationKind.Sigmoid, ActivationKind Activation = ActivationKind.Relu)
{
    /// <summary>Whether there is a batch norm after the first convolution (ResNeSt), whose bias then falls away.</summary>
    public bool Normalised { get; init; }

    /// <summary>Widths that choices mask <see cref="Hidden"/> to, in a mixture; null for none.</summary>
    public Selection? HiddenWidths { get; init; }

    /// <summary>Adds it behind features of C·<see cref="Radix"/> channels; gives C channels.</summary>
    public FeatureMap AddTo(FeatureMap features)
    {
        var name = Radix > 1 ? $"attention.r{Radix}" : "attention";
        var channels = features.Shape.Channels;
        var sum = Radix > 1 ? features.Then(new SplitSum(Radix)) : features;
        var hidden = sum.GlobalAveragePool().Conv(name + ".reduce", Hidden, 1, bias: !Normalised);
        hidden = Normalised ? hidden.BatchNorm(name + ".reduce.bn") : hidden;
        hidden = hidden.Activate(Activation);
        hidden = HiddenWidths is { } widths ? hidden.Mask(widths) : hidden;
        var gate = hidden.Conv(name + ".expand", channels, 1, bias: true);
        return Radix > 1
            ? features.Scale(gate.Then(new SplitSoftmax(Radix))).Then(new SplitSum(Radix))
            : features.Scale(gate.Activate(Gate));
    }
}
