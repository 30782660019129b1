using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.MnasNet;

/// <summary>Decisions and segments of a <see cref="MnasNetSpace"/>.</summary>
internal sealed class MnasNetParts
{
    public MnasNetParts(MnasNetOptions options)
    {
        var list = new DecisionList();
        Segments =
        [
            new ChainSegment([], (map, _) => map.At("stem").ConvBn("conv", options.Stem, 3, ActivationKind.Relu, stride: 2)),
            .. options.Blocks.Select((block, index) => Block(block, index, list)),
            new ChainSegment([], (map, _) =>
                map.At("head").ConvBn("conv", options.Head, 1, ActivationKind.Relu)
                    .GlobalAveragePool().Linear("classifier", options.Task.Classes)),
        ];
        Decisions = list.Build("mnasnet");
    }

    public DecisionSpace Decisions { get; }

    public ImmutableArray<ChainSegment> Segments { get; }

    private static ChainSegment Block(MnasNetBlock block, int index, DecisionList list)
    {
        var group = Place.Stage(index);
        var operation = Choices<string>.Add(list, group, "operation", "", ["conv", "sep", "mb3", "mb6"], false);
        var kernel = Choices<int>.Add(list, group, "kernel", "k", [3, 5], true);
        var attention = Choices<double>.Add(list, group, "attention", "s", [0, 0.25], true);
        var skip = Choices<string>.Add(list, group, "skip", "", ["pool", "identity", "none"], false);
        var filters = Choices<int>.Add(list, group, "filters", "f", block.Filters, true);
        var layers = Choices<int>.Add(list, group, "layers", "n", block.Layers, true);
        ImmutableArray<int> decisions =
        [
            .. operation.Decisions, .. kernel.Decisions, .. attention.Decisions, .. skip.Decisions, .. filters.Decisions,
            .. layers.Decisions,
        ];
        return new ChainSegment(decisions, (map, values) =>
        {
            for (var layer = 0; layer < layers.Of(values); layer++)
            {
                map = new MnasNetLayer(
                    operation.Of(values), kernel.Of(values), attention.Of(values), skip.Of(values), filters.Of(values),
                    layer == 0 ? block.Stride : 1).AddTo(map.AtBlock(index, layer));
            }

            return map;
        });
    }
}
