using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>
/// Inverted residuals with searchable channels, expansion, kernel, non-linearity and attention (FBNetV2,
/// arXiv 2004.05565; FP-NAS, arXiv 2011.10949): a 3×3 stem of stride 2, rows of blocks, a 1×1 convolution, pooling and a
/// linear classifier.
/// </summary>
public sealed class FBNetV2Space : ChainSpace, IMixtureSpace
{
    private readonly Parts _parts;
    private readonly ImmutableArray<int> _bits;

    /// <summary>Makes the space.</summary>
    /// <exception cref="InputException">The image is too small for the strides, or a setting has no choices.</exception>
    public FBNetV2Space(FBNetV2Options options)
        : this(options, Parts.Of(options))
    {
    }

    private FBNetV2Space(FBNetV2Options options, Parts parts)
        : base(new DecisionSpace(options.Id, parts.Decisions), options.Macro.Task, parts.Segments) =>
        (_parts, _bits, Assumptions) = (parts, options.Bits, options.Assumptions);

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions { get; }

    /// <inheritdoc/>
    public string? NoMixtures => _bits.SequenceEqual([Convolution.FloatBits])
        ? null
        : $"Space '{Decisions.Id}' has choices of bits, which no mixture of all choices has; leave its option 'bits' out, or take a "
            + "strategy that trains one path at a time, such as fp-nas.";

    /// <summary>The networks that the authors published; the grid does not hold them.</summary>
    public override ImmutableSortedDictionary<string, NetworkSpec> Networks => PublishedModels.All;

    /// <summary>
    /// DMaskingNAS: every block at its widest, with channel masks for widths and expansions, and weighted sums for kernels,
    /// non-linearities and attention. With several resolutions every part runs at each of them on its own pixels, and what it gives is put
    /// back on the largest grid.
    /// </summary>
    /// <exception cref="InputException">Bits are to be chosen: one set of weights cannot be masked to several.</exception>
    public NetworkSpec DescribeMixture() =>
        NoMixtures is { } why ? throw new InputException(why) : _parts.AddMixture(NetworkSpec.From(Input)).Build();

    private sealed record Parts(Macro Macro, Resolutions Resolutions, ImmutableArray<Layer> Layers, List<Decision> Decisions)
    {
        public IEnumerable<ChainSegment> Segments =>
        [
            new ChainSegment(Resolutions.Decisions, (map, values) => Stem(Resolutions.Choose(map, values))),
            .. Layers.SelectMany(layer => layer.Segments),
            new ChainSegment([], (map, _) => Head(map)),
        ];

        public static Parts Of(FBNetV2Options options)
        {
            var macro = options.Macro;
            var decisions = new List<Decision>();
            var resolutions = new Resolutions(options, decisions);
            ImmutableArray<Layer> layers = [.. macro.Rows.SelectMany((row, index) => options.PerBlock
                ? Enumerable.Range(0, row.Blocks).Select(block => new Layer(options, index, block, 1, decisions))
                : [new Layer(options, index, 0, row.Blocks, decisions)])];
            return new Parts(macro, resolutions, layers, decisions);
        }

        public FeatureMap AddMixture(FeatureMap image)
        {
            var stem = Resolutions.Through(
                Resolutions.Begin(image), map => map with { Map = Stem(map.Map), Width = Selection.Fixed(Macro.Stem) });
            var last = Layers.Aggregate(stem, (masked, layer) => layer.AddMixture(masked));
            return Classify(Resolutions.Through(last, map => map with { Map = Pooled(map.Map) }).Map);
        }

        private FeatureMap Stem(FeatureMap image) =>
            image.At("stem").ConvBn("conv", Macro.Stem, 3, ActivationKind.HardSwish, stride: 2);

        private FeatureMap Head(FeatureMap map) => Classify(Pooled(map));

        private FeatureMap Pooled(FeatureMap map) =>
            map.At("head").ConvBn("conv", Macro.Head, 1, ActivationKind.HardSwish).GlobalAveragePool();

        private FeatureMap Classify(FeatureMap pooled) => pooled.At("head").Linear("classifier", Macro.Task.Classes);
    }
}
