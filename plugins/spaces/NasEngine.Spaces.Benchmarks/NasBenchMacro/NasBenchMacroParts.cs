using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Benchmarks.NasBenchMacro;

/// <summary>Decisions and segments of a <see cref="NasBenchMacroSpace"/>.</summary>
internal sealed class NasBenchMacroParts
{
    private static readonly ImmutableArray<string> Choices = ["0", "1", "2"];

    private readonly NasBenchMacroOptions _options;

    public NasBenchMacroParts(NasBenchMacroOptions options)
    {
        _options = options;
        var list = new DecisionList();
        Segments =
        [
            new ChainSegment([], (map, _) => Stem(map)),
            .. Layers().Select(layer => Segment(list.Add(Decision(list.Count)), layer.Stage, layer.Layer)),
            new ChainSegment([], (map, _) => Head(map)),
        ];
        Decisions = list.Build("nasbench-macro");
    }

    public DecisionSpace Decisions { get; }

    public ImmutableArray<ChainSegment> Segments { get; }

    public FeatureMap AddMixture(FeatureMap image)
    {
        var map = Stem(image);
        foreach (var ((stage, layer), number) in Layers().Select((layer, number) => (layer, number)))
        {
            FeatureMap[] choices = [.. Enumerable.Range(0, Choices.Length).Select(choice => Choose(map, stage, layer, choice))];
            map = choices[0].At(Stage(stage), Layer(layer)).Mix(Selection.Each(Decisions.Decisions[number]), choices[1..]);
        }

        return Head(map);
    }

    private IEnumerable<(int Stage, int Layer)> Layers() =>
        _options.Stages.SelectMany((layers, stage) => Enumerable.Range(0, layers).Select(layer => (stage, layer)));

    private FeatureMap Stem(FeatureMap image) => image.At("stem").ConvBn("conv", _options.Channels, 3, ActivationKind.Relu);

    private FeatureMap Head(FeatureMap map) => map.At("head").ConvBn("conv", _options.Head, 1, ActivationKind.Relu)
        .GlobalAveragePool().Linear("classifier", _options.Task.Classes);

    private static Decision Decision(int number) => new($"layer{number + 1}", Choices);

    private static ChainSegment Segment(int decision, int stage, int layer) =>
        new([decision], (map, values) => Choose(map, stage, layer, values[decision]));

    private static FeatureMap Choose(FeatureMap map, int stage, int layer, int choice)
    {
        var channels = layer == 0 ? 2 * map.Shape.Channels : map.Shape.Channels;
        var stride = layer == 0 ? 2 : 1;
        map = map.At(Stage(stage), $"{Layer(layer)}.{Choices[choice]}");
        return choice switch
        {
            0 => layer == 0 ? map.ConvBn("identity", channels, 1, null, stride) : map,
            1 => Residual(map, channels, 3, 3, stride),
            _ => Residual(map, channels, 6, 5, stride),
        };
    }

    private static string Stage(int stage) => $"stage{stage + 1}";

    private static string Layer(int layer) => $"layer{layer + 1}";

    private static FeatureMap Residual(FeatureMap map, int channels, int expansion, int kernel, int stride) => new InvertedResidual
    {
        Channels = channels,
        Middle = map.Shape.Channels * expansion,
        Kernel = kernel,
        Stride = stride,
    }.AddTo(map);
}
