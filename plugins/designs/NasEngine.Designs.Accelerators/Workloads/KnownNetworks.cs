using System.Collections.Immutable;
using NasEngine.Networks;

namespace NasEngine.Designs.Accelerators;

/// <summary>Published networks for 224×224 images of 1,000 classes.</summary>
public static class KnownNetworks
{
    /// <summary>By name.</summary>
    public static ImmutableSortedDictionary<string, Func<NetworkSpec>> All { get; } = new Dictionary<string, Func<NetworkSpec>>
    {
        ["mobilenet-v2"] = MobileNet,
        ["resnet-18"] = () => ResNet([2, 2, 2, 2], Basic),
        ["resnet-50"] = () => ResNet([3, 4, 6, 3], Bottleneck),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static NetworkSpec MobileNet()
    {
        var map = NetworkSpec.From(new FeatureShape(3, 224, 224)).At("stem").Conv("conv", MobileNetV2.Stem, 3, 2);
        for (var stage = 0; stage < MobileNetV2.Stages.Length; stage++)
        {
            var (expansion, channels, blocks, stride) = MobileNetV2.Stages[stage];
            for (var block = 0; block < blocks; block++)
            {
                map = map.At($"stage{stage + 1}", $"block{block + 1}");
                map = expansion > 1 ? map.Conv("expand", map.Shape.Channels * expansion, 1) : map;
                map = map.Depthwise("depthwise", 3, block == 0 ? stride : 1).Conv("project", channels, 1);
            }
        }

        return map.At("head").Conv("conv", MobileNetV2.Head, 1).GlobalAveragePool().Linear("classifier", 1000).Build();
    }

    /// <summary>ResNet (arXiv 1512.03385, table 1), the stride of a bottleneck in its 3×3 convolution.</summary>
    private static NetworkSpec ResNet(ReadOnlySpan<int> blocks, Func<FeatureMap, int, int, FeatureMap> block)
    {
        var map = NetworkSpec.From(new FeatureShape(3, 224, 224)).At("stem").Conv("conv", 64, 7, 2).MaxPool(3, 2);
        for (var stage = 0; stage < blocks.Length; stage++)
        {
            for (var number = 0; number < blocks[stage]; number++)
            {
                map = block(map.At($"stage{stage + 1}", $"block{number + 1}"), 64 << stage, number == 0 && stage > 0 ? 2 : 1);
            }
        }

        return map.At("head").GlobalAveragePool().Linear("classifier", 1000).Build();
    }

    private static FeatureMap Basic(FeatureMap input, int channels, int stride) =>
        Joined(input, input.Conv("conv1", channels, 3, stride).Conv("conv2", channels, 3), stride);

    private static FeatureMap Bottleneck(FeatureMap input, int channels, int stride) =>
        Joined(input, input.Conv("conv1", channels, 1).Conv("conv2", channels, 3, stride).Conv("conv3", 4 * channels, 1), stride);

    private static FeatureMap Joined(FeatureMap input, FeatureMap output, int stride) => output.Plus(
        input.Shape == output.Shape ? input : input.Conv("shortcut", output.Shape.Channels, 1, stride));
}
