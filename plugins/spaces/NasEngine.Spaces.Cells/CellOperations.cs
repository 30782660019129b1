using NasEngine.Networks;

namespace NasEngine.Spaces.Cells;

/// <summary>
/// The operations of cells. The channels stay; a stride of 2 halves height and width, rounded up. Convolutions follow
/// the order ReLU, convolution, batch norm of NASNet (arXiv 1707.07012).
/// </summary>
internal static class CellOperations
{
    /// <summary>Adds the operation of this name.</summary>
    public static FeatureMap Add(FeatureMap map, string operation, int stride) => operation switch
    {
        "identity" or "skip_connect" => stride == 1 ? map : FactorizedReduction(map, "reduce", map.Shape.Channels),
        "max3" or "max_pool_3x3" => map.MaxPool(3, stride),
        "avg3" or "avg_pool_3x3" => map.AveragePool(3, stride),
        "sep3" or "sep_conv_3x3" => Separable(map, 3, stride),
        "sep5" or "sep_conv_5x5" => Separable(map, 5, stride),
        "sep7" => Separable(map, 7, stride),
        "dil3" or "dil_conv_3x3" => Dilated(map, 3, stride),
        "dil_conv_5x5" => Dilated(map, 5, stride),
        _ => Factorized(map, 7, stride),
    };

    /// <summary>ReLU, convolution, batch norm.</summary>
    public static FeatureMap Convolution(FeatureMap map, string name, int channels, int kernel, int stride) =>
        map.Activate(ActivationKind.Relu).Conv(name, channels, kernel, stride).BatchNorm(name + ".bn");

    /// <summary>
    /// Two 1×1 convolutions of stride 2, the second one shifted by a pixel, side by side (DARTS's reference code).
    /// </summary>
    public static FeatureMap FactorizedReduction(FeatureMap map, string name, int channels)
    {
        var active = map.Activate(ActivationKind.Relu);
        var even = active.Conv(name + ".even", channels / 2, 1, 2);
        var odd = active.Then(new Shift()).Conv(name + ".odd", channels - channels / 2, 1, 2);
        return even.Concat(odd).BatchNorm(name + ".bn");
    }

    /// <summary>Two depthwise-separable convolutions, the stride in the first.</summary>
    private static FeatureMap Separable(FeatureMap map, int kernel, int stride) =>
        SeparableOnce(SeparableOnce(map, $"sep{kernel}.first", kernel, stride, 1), $"sep{kernel}.second", kernel, 1, 1);

    private static FeatureMap Dilated(FeatureMap map, int kernel, int stride) =>
        SeparableOnce(map, $"dil{kernel}", kernel, stride, 2);

    private static FeatureMap SeparableOnce(FeatureMap map, string name, int kernel, int stride, int dilation) =>
        map.Activate(ActivationKind.Relu).Depthwise(name + ".depthwise", kernel, stride, dilation)
            .Conv(name + ".pointwise", map.Shape.Channels, 1).BatchNorm(name + ".bn");

    /// <summary>
    /// A row and a column instead of a square kernel; each strides in the direction in which it lies, as DARTS's reference code has it
    /// (<c>conv_7x1_1x7</c> of its operations).
    /// </summary>
    private static FeatureMap Factorized(FeatureMap map, int kernel, int stride)
    {
        return Line(Line(map, "row", KernelForm.Row), "column", KernelForm.Column);

        FeatureMap Line(FeatureMap input, string name, KernelForm form)
        {
            var channels = input.Shape.Channels;
            var convolution = new Convolution(input.Key(name), channels, channels, kernel, stride, kernel / 2, 1, 1, false) { Form = form };
            return input.Activate(ActivationKind.Relu).Then(convolution).BatchNorm(name + ".bn");
        }
    }
}
