using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mlp;

/// <summary>
/// Plain multi-layer perceptrons: a non-linearity, a depth, and a width for each hidden layer that the depth has. Tables
/// are images of size 1 whose channels are the features; larger images are flattened. Not from a paper.
/// </summary>
public sealed class MlpSpace : ChainSpace
{
    /// <summary>Makes the space.</summary>
    public MlpSpace(MlpOptions options)
        : this(options, Parts.Of(options))
    {
    }

    private MlpSpace(MlpOptions options, Parts parts)
        : base(parts.Decisions, options.Task, parts.Segments)
    {
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "The space is ours; no paper has it.",
    ];

    private sealed record Parts(DecisionSpace Decisions, IReadOnlyList<ChainSegment> Segments)
    {
        public static Parts Of(MlpOptions options)
        {
            var list = new DecisionList();
            var activation = list.Add(new Decision("activation", [.. options.Activations.Select(kind => kind.Name())]));
            var depth = list.Add(Choice.Of("depth", "d", Enumerable.Range(1, options.Depth)));
            var layers = list.Repeat(options.Depth, layer => Choice.Of(Choice.Label("layer", layer + 1), "w", options.Widths), depth);
            return new Parts(list.Build("mlp"),
            [
                .. layers.Select((decision, layer) => new ChainSegment([activation, decision], (map, values) => values[decision] < 0
                    ? map
                    : map.At(Choice.Label("layer", layer + 1)).Linear("linear", options.Widths[values[decision]])
                        .Activate(options.Activations[values[activation]]))),
                new ChainSegment([], (map, _) => map.At("head").Linear("classifier", options.Task.Classes)),
            ]);
        }
    }
}
