using System.Collections.Immutable;
using System.Globalization;
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

    public TfNasParts(TfNasOptions options)
    {
        var list = new DecisionList();
        var segments = ImmutableArray.CreateBuilder<ChainSegment>();
        segments.Add(new ChainSegment([], (map, _) => Stem(map, options)));
        var channels = options.Second;
        for (var index = 0; index < options.Stages.Length; index++)
        {
            AddStage(options.Stages[index], index, channels, list, segments);
            channels = options.Stages[index].Channels;
        }

        segments.Add(new ChainSegment([], (map, _) =>
            map.At("head").ConvBn("conv", options.Head, 1, ActivationKind.Swish)
                .GlobalAveragePool().Linear("classifier", options.Task.Classes)));
        Segments = segments.ToImmutable();
        Decisions = list.Build("tf-nas");
    }

    public DecisionSpace Decisions { get; }

    public ImmutableArray<ChainSegment> Segments { get; }

    public bool IsOperation(int decision) => _operations.Contains(decision);

    private static FeatureMap Stem(FeatureMap map, TfNasOptions options)
    {
        map = map.At("stem").ConvBn("conv", options.Stem, 3, ActivationKind.Relu, stride: 2);
        return new InvertedResidual
        {
            Channels = options.Second,
            Middle = options.Stem,
            Expand = false,
            Attention = new ChannelAttention(1, Math.Max(1, options.Stem / 4)),
        }.AddTo(map.At("stem", "block1"));
    }

    private void AddStage(TfNasStage stage, int index, int input, DecisionList list, ImmutableArray<ChainSegment>.Builder segments)
    {
        var name = Place.Stage(index);
        var depth = stage.Blocks < 2 ? (int?)null : list.Add(new Decision(
            $"{name}.depth", [.. Enumerable.Range(1, stage.Blocks).Select(blocks => Label("d", blocks))])
        {
            Group = $"{name}.depth",
            Ordered = true,
        });
        for (var block = 0; block < stage.Blocks; block++)
        {
            var group = string.Create(CultureInfo.InvariantCulture, $"{name}.block{block + 1}");
            segments.Add(Block(new TfNasBlock(
                group, index, block, block == 0 ? input : stage.Channels, stage, block == 0 ? null : depth), list));
        }
    }

    private ChainSegment Block(TfNasBlock block, DecisionList list)
    {
        var operation = list.Add(new Decision($"{block.Group}.operation", [.. TfNasOperation.All.Select(one => one.ToString())])
        {
            Group = block.Group,
            When = block.Depth is { } depth ? list.AtLeast(depth, block.Block) : null,
        });
        _operations.Add(operation);
        var (low, high) = (Width(false), Width(true));
        return new ChainSegment([operation, low, high], (map, values) =>
        {
            if (values[operation] < 0)
            {
                return map;
            }

            var chosen = TfNasOperation.All[values[operation]];
            var least = chosen.LargestRatio / 2 * block.Input;
            return block.Describe(chosen, least + values[chosen.High ? high : low]).AddTo(
                map.At(Place.Stage(block.Stage), $"block{block.Block + 1}.{chosen}"));
        });

        int Width(bool wide)
        {
            var ratio = wide ? 8 : 4;
            return list.Add(new Decision(
                $"{block.Group}.{(wide ? "width6" : "width3")}",
                [.. Enumerable.Range(ratio / 2 * block.Input, ratio / 2 * block.Input + 1).Select(width => Label("m", width))])
            {
                Group = block.Group,
                Ordered = true,
                When = new Condition(operation, [.. Enumerable.Range(0, 8).Where(number => TfNasOperation.All[number].High == wide)]),
            });
        }
    }

    private static string Label(string prefix, int value) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{value}");
}
