using System.Globalization;
using NasEngine.Networks;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>A network from a table of blocks: OPERATION CHANNELS STRIDE EXPANSION.</summary>
internal static class PublishedNetwork
{
    private static readonly string[] Operations =
        ["conv-hs", "skip", "ir3", "ir5", "ir3-hs", "ir5-hs", "ir3-se", "ir5-se", "ir3-se-hs", "ir5-se-hs"];

    public static NetworkSpec Describe(int size, string table, int head, bool multiplesOfEight)
    {
        var map = NetworkSpec.From((ImageTask.ImageNet with { Size = size }).Input);
        var (stage, block) = (0, 0);
        foreach (var row in MacroTable.Parse(table, "operation", "channels", "stride", "expansion"))
        {
            var stride = row.Integer("stride");
            (stage, block) = stride > 1 ? (stage + 1, 1) : (stage, block + 1);
            map = Add(
                map.At(string.Create(CultureInfo.InvariantCulture, $"stage{stage}"), string.Create(
                    CultureInfo.InvariantCulture, $"block{block}")),
                row.Words("operation", Operations)[0], row.Integer("channels"), stride, row.Numbers("expansion")[0], multiplesOfEight);
        }

        return map.At("head")
            .ConvBn("expand", map.Shape.Channels * 6, 1, ActivationKind.HardSwish).GlobalAveragePool()
            .Conv("conv", head, 1).Activate(ActivationKind.HardSwish).Linear("classifier", ImageTask.ImageNet.Classes).Build();
    }

    private static FeatureMap Add(FeatureMap map, string operation, int channels, int stride, double expansion, bool multiplesOfEight)
    {
        if (operation == "conv-hs")
        {
            return map.ConvBn("conv", channels, 3, ActivationKind.HardSwish, stride);
        }

        if (operation == "skip")
        {
            return map.Shape.Channels == channels ? map : map.ConvBn("conv", channels, 1, ActivationKind.Relu);
        }

        var middle = Middle(map.Shape.Channels * expansion, multiplesOfEight);
        var activation = operation.EndsWith("-hs", StringComparison.Ordinal) ? ActivationKind.HardSwish : ActivationKind.Relu;
        var hidden = multiplesOfEight ? Channels.Nearest(middle / 4.0, 8) : middle / 4;
        return new InvertedResidual
        {
            Channels = channels,
            Middle = middle,
            Expand = middle != map.Shape.Channels,
            Kernel = operation[2] - '0',
            Stride = stride,
            Activation = activation,
            Attention = operation.Contains("-se", StringComparison.Ordinal)
                ? new ChannelAttention(1, hidden, ActivationKind.HardSigmoid, activation)
                : null,
        }.AddTo(map);
    }

    private static int Middle(double channels, bool multiplesOfEight)
    {
        if (!multiplesOfEight)
        {
            return Channels.Nearest(channels, 1);
        }

        var nearest = Channels.Nearest(channels, 8);
        return nearest < 0.95 * channels ? nearest + 8 : nearest;
    }
}
