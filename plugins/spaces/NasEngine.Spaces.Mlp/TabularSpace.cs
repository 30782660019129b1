using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mlp;

/// <summary>
/// Networks for tables: a linear layer, which is an embedding of each category where features are one-hot, then blocks of batch norm and
/// two layers, alone, added to what they read (the ResNet of Gorishniy et al., arXiv 2106.11959, section 3.2), or with a gate between
/// them (GLU, arXiv 2002.05202, section 2). Chosen are the channels and the depth of all, and of each block its kind and inner width.
/// </summary>
public sealed class TabularSpace : ChainSpace
{
    /// <summary>Makes the space.</summary>
    public TabularSpace(TabularOptions options)
        : this(options, Parts.Of(options))
    {
    }

    private TabularSpace(TabularOptions options, Parts parts)
        : base(parts.Decisions, options.Task, parts.Segments)
    {
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "The space is ours; its blocks are those of the papers that it names.",
    ];

    private sealed record Parts(DecisionSpace Decisions, IReadOnlyList<ChainSegment> Segments)
    {
        public static Parts Of(TabularOptions options)
        {
            var list = new DecisionList();
            var width = list.Add(Choice.Of("width", "w", options.Widths));
            var depth = list.Add(Choice.Of("depth", "d", Enumerable.Range(1, options.Depth)));
            var blocks = list.Repeat(options.Depth, block => new Decision(Name(block) + ".kind", options.Blocks), depth);
            var ratios = list.Repeat(options.Depth, block => Choice.Of(Name(block) + ".ratio", "r", options.Ratios), depth);
            return new Parts(list.Build("tabular"),
            [
                new ChainSegment([width], (map, values) => map.At("stem").Linear("features", options.Widths[values[width]])),
                .. blocks.Zip(ratios).Select((decisions, block) => new ChainSegment([decisions.First, decisions.Second], (map, values) =>
                    values[decisions.First] < 0 ? map : TabularBlock.Add(
                        map.At(Name(block)), options.Blocks[values[decisions.First]], options.Ratios[values[decisions.Second]]))),
                new ChainSegment([], (map, _) => map.At("head").BatchNorm("bn").Activate(ActivationKind.Relu)
                    .Linear("classifier", options.Task.Classes)),
            ]);
        }

        private static string Name(int block) => Choice.Label("block", block + 1);
    }
}
