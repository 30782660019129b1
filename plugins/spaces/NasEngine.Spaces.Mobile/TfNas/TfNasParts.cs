using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.TfNas;

/// <summary>
/// Decisions and segments of a <see cref="TfNasSpace"/>: one segment per block. Each operation has weights of its own, as
/// in the paper; its width slices them.
/// </summary>
internal sealed class TfNasParts
{
    private readonly HashSet<int> _operations = [];
    private readonly TfNasOptions _options;

    public TfNasParts(TfNasOptions options)
    {
        _options = options;
        var list = new DecisionList();
        var segments = ImmutableArray.CreateBuilder<ChainSegment>();
        segments.Add(new ChainSegment([], (map, _) => Stem(map)));
        foreach (var stage in Stages())
        {
            var depth = stage.Length < 2 || !options.Sinks ? (int?)null : list.Add(stage[0].DepthDecision);
            segments.AddRange(stage.Select(block => Segment(block, list, block.Block == 0 ? null : depth)));
        }

        segments.Add(new ChainSegment([], (map, _) => Head(map)));
        Segments = segments.ToImmutable();
        Decisions = list.Build("tf-nas");
    }

    public DecisionSpace Decisions { get; }

    public ImmutableArray<ChainSegment> Segments { get; }

    public bool IsOperation(int decision) => _operations.Contains(decision);

    public FeatureMap AddMixture(FeatureMap image)
    {
        var map = Stem(image);
        foreach (var stage in Stages())
        {
            var depths = new List<FeatureMap>();
            foreach (var block in stage)
            {
                map = block.AddMixture(map);
                depths.Add(map);
            }

            map = depths.Count < 2 || !_options.Sinks
                ? map
                : depths[0].At(Place.Stage(stage[0].Stage)).Mix(Selection.Each(stage[0].DepthDecision), [.. depths.Skip(1)]);
        }

        return Head(map);
    }

    /// <summary>The blocks of each stage.</summary>
    private IEnumerable<TfNasBlock[]> Stages() => _options.Stages.Select((stage, index) => Enumerable.Range(0, stage.Blocks).Select(block =>
        new TfNasBlock(index, block, block > 0
            ? stage.Channels
            : index > 0 ? _options.Stages[index - 1].Channels : _options.Second, stage, block > 0 && !_options.Sinks)).ToArray());

    private FeatureMap Stem(FeatureMap map)
    {
        map = map.At("stem").ConvBn("conv", _options.Stem, 3, ActivationKind.Relu, stride: 2);
        return new InvertedResidual
        {
            Channels = _options.Second,
            Middle = _options.Stem,
            Expand = false,
            Attention = new ChannelAttention(1, Math.Max(1, _options.Stem / 4)),
        }.AddTo(map.At("stem", "block1"));
    }

    private FeatureMap Head(FeatureMap map) => map.At("head").ConvBn("conv", _options.Head, 1, ActivationKind.Swish)
        .GlobalAveragePool().Linear("classifier", _options.Task.Classes);

    private ChainSegment Segment(TfNasBlock block, DecisionList list, int? depth)
    {
        var operation = list.Add(block.OperationDecision with { When = depth is { } number ? list.AtLeast(number, block.Block) : null });
        _operations.Add(operation);
        var (low, high) = (Width(false), Width(true));
        return new ChainSegment([operation, low, high], (map, values) =>
        {
            if (values[operation] < 0 || values[operation] == TfNasOperation.All.Length)
            {
                return map;
            }

            var chosen = TfNasOperation.All[values[operation]];
            return block.Add(map, chosen, Selection.Fixed(block.Widths(chosen.High)[values[chosen.High ? high : low]]));
        });

        int Width(bool wide) => list.Add(block.WidthDecision(wide) with
        {
            When = new Condition(operation, [.. Enumerable.Range(0, 8).Where(number => TfNasOperation.All[number].High == wide)]),
        });
    }
}
