using System.Collections.Immutable;
using System.Globalization;
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
            var depth = list.Add(new Decision("depth", [.. Enumerable.Range(1, options.Depth).Select(layers => Label("d", layers))])
            {
                Ordered = true,
            });
            var layers = list.Repeat(
                options.Depth,
                layer => new Decision(Label("layer", layer + 1), [.. options.Widths.Select(width => Label("w", width))]) { Ordered = true },
                depth);
            return new Parts(list.Build("mlp"),
            [
                .. layers.Select((decision, layer) => new ChainSegment([activation, decision], (map, values) => values[decision] < 0
                    ? map
                    : map.At(Label("layer", layer + 1)).Linear("linear", options.Widths[values[decision]])
                        .Activate(options.Activations[values[activation]]))),
                new ChainSegment([], (map, _) => map.At("head").Linear("classifier", options.Task.Classes)),
            ]);
        }

        private static string Label(string prefix, int value) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{value}");
    }
}
