namespace NasEngine.Networks;

/// <summary>
/// The inverted residual of MobileNetV2 (arXiv 1801.04381), also called MBConv: 1×1 expansion, depthwise convolution,
/// attention, 1×1 projection, each convolution with batch norm, and the input added where the shapes are equal.
/// </summary>
public sealed record InvertedResidual
{
    /// <summary>Output channels.</summary>
    public required int Channels { get; init; }

    /// <summary>Channels of the depthwise convolution.</summary>
    public required int Middle { get; init; }

    /// <summary>Widths that choices mask <see cref="Middle"/> to, in a mixture; null for none.</summary>
    public Selection? MiddleWidths { get; init; }

    /// <summary>Whether there is a 1×1 expansion; without one, <see cref="Middle"/> is the input's channels.</summary>
    public bool Expand { get; init; } = true;

    /// <summary>Side of the depthwise kernel.</summary>
    public int Kernel { get; init; } = 3;

    /// <summary>Stride of the depthwise convolution.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>Non-linearity after the expansion and the depthwise convolution.</summary>
    public ActivationKind Activation { get; init; } = ActivationKind.Relu;

    /// <summary>Attention after the depthwise convolution, or null.</summary>
    public ChannelAttention? Attention { get; init; }

    /// <summary>Whether the input is added when the stride is 1 and the channels are equal.</summary>
    public bool Residual { get; init; } = true;

    /// <summary>
    /// Adds the block. Weight keys: <c>expand</c> and <c>project</c> whatever the choices (sliced), <c>depthwise.k3</c>
    /// per kernel size, <c>depthwise.k3r2</c> per number of splits, attention by number of splits; batch norms alike.
    /// </summary>
    public FeatureMap AddTo(FeatureMap input)
    {
        var map = Expand ? input.ConvBn("expand", Middle, 1, Activation) : input;
        var radix = Math.Max(1, Attention?.Radix ?? 1);
        var depthwise = DepthwiseName(Kernel, radix);
        map = map.Depthwise(depthwise, Kernel, Stride, multiplier: radix).BatchNorm(depthwise + ".bn").Activate(Activation);
        map = MiddleWidths is { } widths ? map.Mask(widths.Map(width => width * radix)) : map;
        map = Attention?.AddTo(map) ?? map;
        map = map.Conv("project", Channels, 1).BatchNorm("project.bn");
        return Residual && map.Shape == input.Shape ? map.Plus(input) : map;
    }

    /// <summary>Weight key of the depthwise convolution inside the block.</summary>
    public static string DepthwiseName(int kernel, int radix) => $"depthwise.k{kernel}{(radix > 1 ? "r" + radix : "")}";
}
