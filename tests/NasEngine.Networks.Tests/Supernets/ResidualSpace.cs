using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks.Tests.Supernets;

/// <summary>An inverted residual with attention between a stem and a classifier, of 2 to 5 middle channels.</summary>
internal sealed class ResidualSpace : IMixtureSpace
{
    public DecisionSpace Decisions { get; } = new("residual", [new Decision("block.width", ["2", "3", "4", "5"]) { Ordered = true }]);

    public ImmutableSortedDictionary<string, Architecture> References => ImmutableSortedDictionary<string, Architecture>.Empty;

    public FeatureShape Input { get; } = new(1, 6, 6);

    public int Classes => 10;

    public NetworkSpec Describe(Architecture architecture) => Block(2 + architecture.Values[0], null);

    public NetworkSpec DescribeMixture() => Block(5, Selection.By("block.width", [2, 3, 4, 5]));

    public ArchitectureCost Cost(Architecture architecture) => Describe(architecture).Cost;

    public string Format(Architecture architecture) => architecture.Key;

    public Architecture Parse(string text) => throw new InputException("The residual space has no text form.");

    private NetworkSpec Block(int middle, Selection? widths) => new InvertedResidual
    {
        Channels = 3,
        Middle = middle,
        MiddleWidths = widths,
        Attention = new ChannelAttention(1, 2),
    }.AddTo(NetworkSpec.From(Input).ConvBn("stem", 3, 3, ActivationKind.Relu).At("block")).At("").GlobalAveragePool().Linear("classifier", Classes).Build();
}
