using NasEngine.Networks;

namespace NasEngine.Benchmarks.Torch;

/// <summary>The same networks as the engine describes and trains them; weights in the order of <see cref="Networks"/>.</summary>
internal static class Specs
{
    public static NetworkSpec Of(string name)
    {
        var input = NetworkSpec.From(new FeatureShape(1, 28, 28));
        return name switch
        {
            "mlp" => input.Linear("a", 128).Activate(ActivationKind.Relu).Linear("b", 64).Activate(ActivationKind.Relu).Linear("c", 10).Build(),
            "small cnn" => Convolved(Convolved(input, "a", 16), "b", 32).Linear("classifier", 10).Build(),
            "mobilenet v2" => Mobile(input, 32, Networks.MobileNetV2, 1280, ActivationKind.Relu6, attention: false),
            _ => Mobile(input, 8, Networks.Path, 64, ActivationKind.HardSwish, attention: true),
        };
    }

    private static FeatureMap Convolved(FeatureMap map, string name, int channels) =>
        map.Conv(name, channels, 3, bias: true).BatchNorm(name + ".bn").Activate(ActivationKind.Relu).Then(new Pool(true, 2, 2, 0, false));

    private static NetworkSpec Mobile(
        FeatureMap map, int stem, IEnumerable<(int Expansion, int Outputs, int Count, int Stride)> stages, int last, ActivationKind activation, bool attention)
    {
        map = map.ConvBn("stem", stem, 3, activation);
        var number = 0;
        foreach (var (expansion, outputs, count, stride) in stages)
        {
            for (var block = 0; block < count; block++)
            {
                var middle = map.Shape.Channels * expansion;
                map = new InvertedResidual
                {
                    Channels = outputs, Middle = middle, Expand = expansion > 1, Stride = block == 0 ? stride : 1, Activation = activation,
                    Attention = attention ? new ChannelAttention(1, Math.Max(middle / 4, 4), ActivationKind.HardSigmoid) : null,
                }.AddTo(map.At($"block{number++}"));
            }
        }

        return map.At("head").ConvBn("conv", last, 1, activation).GlobalAveragePool().Linear("classifier", 10).Build();
    }
}
