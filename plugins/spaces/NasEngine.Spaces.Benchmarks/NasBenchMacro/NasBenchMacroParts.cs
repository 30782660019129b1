using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Benchmarks.NasBenchMacro;

/// <summary>Decisions and segments of a <see cref="NasBenchMacroSpace"/>.</summary>
internal sealed class NasBenchMacroParts
{
    private static readonly ImmutableArray<string> Choices = ["0", "1", "2"];

    public NasBenchMacroParts(NasBenchMacroOptions options)
    {
        var list = new DecisionList();
        var segments = ImmutableArray.CreateBuilder<ChainSegment>();
        segments.Add(new ChainSegment([], (map, _) => map.At("stem").ConvBn("conv", options.Channels, 3, ActivationKind.Relu)));
        for (var stage = 0; stage < options.Stages.Length; stage++)
        {
            for (var layer = 0; layer < options.Stages[stage]; layer++)
            {
                segments.Add(Layer(list.Add(new Decision($"layer{list.Count + 1}", Choices)), stage, layer));
            }
        }

        segments.Add(new ChainSegment([], (map, _) => map.At("head").ConvBn("conv", options.Head, 1, ActivationKind.Relu)
            .GlobalAveragePool().Linear("classifier", options.Task.Classes)));
        Segments = segments.ToImmutable();
        Decisions = list.Build("nasbench-macro");
    }

    public DecisionSpace Decisions { get; }

    public ImmutableArray<ChainSegment> Segments { get; }

    private static ChainSegment Layer(int decision, int stage, int layer) => new([decision], (map, values) =>
    {
        var channels = layer == 0 ? 2 * map.Shape.Channels : map.Shape.Channels;
        var stride = layer == 0 ? 2 : 1;
        map = map.At($"stage{stage + 1}", $"layer{layer + 1}.{Choices[values[decision]]}");
        return values[decision] switch
        {
            0 => layer == 0 ? map.ConvBn("identity", channels, 1, null, stride) : map,
            1 => Residual(map, channels, 3, 3, stride),
            _ => Residual(map, channels, 6, 5, stride),
        };
    });

    private static FeatureMap Residual(FeatureMap map, int channels, int expansion, int kernel, int stride) => new InvertedResidual
    {
        Channels = channels,
        Middle = map.Shape.Channels * expansion,
        Kernel = kernel,
        Stride = stride,
    }.AddTo(map);
}
