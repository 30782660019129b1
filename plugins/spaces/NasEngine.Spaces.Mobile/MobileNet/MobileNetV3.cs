using System.Collections.Immutable;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.MobileNet;

/// <summary>MobileNetV3 large and small (arXiv 1905.02244, tables 1 and 2), published for ImageNet.</summary>
public static class MobileNetV3
{
    private const string LargeTable = """
        k3 16 16 0 relu 1; k3 64 24 0 relu 2; k3 72 24 0 relu 1
        k5 72 40 1 relu 2; k5 120 40 1 relu 1; k5 120 40 1 relu 1
        k3 240 80 0 hswish 2; k3 200 80 0 hswish 1; k3 184 80 0 hswish 1; k3 184 80 0 hswish 1; k3 480 112 1 hswish 1; k3 672 112 1 hswish 1
        k5 672 160 1 hswish 2; k5 960 160 1 hswish 1; k5 960 160 1 hswish 1
        """;

    private const string SmallTable = """
        k3 16 16 1 relu 2
        k3 72 24 0 relu 2; k3 88 24 0 relu 1
        k5 96 40 1 hswish 2; k5 240 40 1 hswish 1; k5 240 40 1 hswish 1; k5 120 48 1 hswish 1; k5 144 48 1 hswish 1
        k5 288 96 1 hswish 2; k5 576 96 1 hswish 1; k5 576 96 1 hswish 1
        """;

    /// <summary>Both for images and classes, by name.</summary>
    public static ImmutableSortedDictionary<string, NetworkSpec> For(ImageTask task) => new Dictionary<string, NetworkSpec>
    {
        ["mobilenet-v3-large"] = Describe(task, LargeTable, 960, 1280),
        ["mobilenet-v3-small"] = Describe(task, SmallTable, 576, 1024),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static NetworkSpec Describe(ImageTask task, string table, int convolution, int hidden)
    {
        var map = NetworkSpec.From(task.Input).At("stem").ConvBn("conv", 16, 3, ActivationKind.HardSwish, stride: 2);
        var (stage, block) = (0, -1);
        foreach (var row in MacroTable.Parse(table, "kernel", "middle", "channels", "attention", "activation", "stride"))
        {
            var stride = row.Integer("stride");
            (stage, block) = stride > 1 ? (stage + 1, 0) : (stage, block + 1);
            var middle = row.Integer("middle");
            map = new InvertedResidual
            {
                Channels = row.Integer("channels"),
                Middle = middle,
                Expand = middle != map.Shape.Channels,
                Kernel = row.Words("kernel", "k3", "k5")[0] == "k3" ? 3 : 5,
                Stride = stride,
                Activation = ActivationNames.Parse(row.Words("activation", "relu", "hswish")[0]),
                Attention = row.Integer("attention", 0) == 0
                    ? null
                    : new ChannelAttention(1, Channels.KeepingNineTenths(middle / 4.0, 8), ActivationKind.HardSigmoid),
            }.AddTo(map.AtBlock(stage, block));
        }

        return map.At("head").ConvBn("conv", convolution, 1, ActivationKind.HardSwish).GlobalAveragePool()
            .Linear("hidden", hidden).Activate(ActivationKind.HardSwish).Linear("classifier", task.Classes).Build();
    }
}
