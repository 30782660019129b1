using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>
/// Inverted residuals with searchable channels, expansion, kernel, non-linearity and attention (FBNetV2,
/// arXiv 2004.05565; FP-NAS, arXiv 2011.10949): a 3×3 stem of stride 2, rows of blocks, a 1×1 convolution, pooling and a
/// linear classifier.
/// </summary>
public sealed class FBNetV2Space : ChainSpace
{
    /// <summary>Makes the space.</summary>
    /// <exception cref="InputException">The image is too small for the strides, or a setting has no choices.</exception>
    public FBNetV2Space(FBNetV2Options options)
        : this(options, Parts.Of(options))
    {
    }

    private FBNetV2Space(FBNetV2Options options, Parts parts)
        : base(new DecisionSpace(options.Id, parts.Decisions), options.Macro.Task, parts.Segments)
    {
    }

    /// <summary>The networks that the authors published; the grid does not hold them.</summary>
    public override ImmutableSortedDictionary<string, NetworkSpec> Networks => PublishedModels.All;

    private sealed record Parts(List<Decision> Decisions, List<ChainSegment> Segments)
    {
        public static Parts Of(FBNetV2Options options)
        {
            var macro = options.Macro;
            var decisions = new List<Decision>();
            var layers = macro.Rows.SelectMany((row, index) => options.PerBlock
                ? Enumerable.Range(0, row.Blocks).Select(block => new Layer(options, index, block, 1, decisions))
                : [new Layer(options, index, 0, row.Blocks, decisions)]);
            return new Parts(decisions,
            [
                new ChainSegment([], (map, _) =>
                    map.At("stem").ConvBn("conv", macro.Stem, 3, ActivationKind.HardSwish, stride: 2)),
                .. layers.SelectMany(layer => layer.Segments),
                new ChainSegment([], (map, _) =>
                    map.At("head").ConvBn("conv", macro.Head, 1, ActivationKind.HardSwish)
                        .GlobalAveragePool().Linear("classifier", macro.Task.Classes)),
            ]);
        }
    }
}
