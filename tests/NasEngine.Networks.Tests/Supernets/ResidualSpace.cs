using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks.Tests.Supernets;

/// <summary>
/// An inverted residual with attention between a stem and a classifier, of 2 to 5 middle channels; with more channels than it reads, which
/// some paths may take, it is none.
/// </summary>
internal sealed class ResidualSpace(bool widens = false) : IMixtureSpace
{
    public DecisionSpace Decisions { get; } = new("residual",
    [
        new Decision("block.width", ["2", "3", "4", "5"]) { Ordered = true },
        .. widens ? [new Decision("block.out", ["3", "4"]) { Ordered = true }] : Array.Empty<Decision>(),
    ]);

    public ImmutableSortedDictionary<string, Architecture> References => ImmutableSortedDictionary<string, Architecture>.Empty;

    public FeatureShape Input { get; } = new(1, 6, 6);

    public int Classes => 10;

    public NetworkSpec Describe(Architecture architecture) => Block(2 + architecture.Values[0], null, widens ? 3 + architecture.Values[1] : 3);

    public NetworkSpec DescribeMixture() => Block(5, Selection.By("block.width", [2, 3, 4, 5]));

    public ArchitectureCost Cost(Architecture architecture) => Describe(architecture).Cost;

    public string Format(Architecture architecture) => architecture.Key;

    public Architecture Parse(string text) => throw new InputException("The residual space has no text form.");

    private NetworkSpec Block(int middle, Selection? widths, int channels = 3) => new InvertedResidual
    {
        Channels = channels,
        Middle = middle,
        MiddleWidths = widths,
        Attention = new ChannelAttention(1, 2),
    }.AddTo(NetworkSpec.From(Input).ConvBn("stem", 3, 3, ActivationKind.Relu).At("block")).At("").GlobalAveragePool().Linear("classifier", Classes).Build();
}
