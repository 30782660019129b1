using System.Collections.Immutable;
using NasEngine.Networks;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>One space of the family: its macro-architecture and what may vary in a block.</summary>
/// <param name="Id">Id of the space.</param>
/// <param name="Summary">One line for listings.</param>
/// <param name="PerBlock">Whether each block has choices of its own, else the blocks of a row share them.</param>
/// <param name="Splits">Attention choices: 0 none, 1 squeeze-and-excitation, more: split attention.</param>
/// <param name="Paper">The paper's scale.</param>
/// <param name="Mini">For 28×28 images.</param>
public sealed record Variant(
    string Id, string Summary, bool PerBlock, ImmutableArray<int> Splits, Macro Paper, Macro Mini)
{
    private const string Attention =
        "Squeeze-and-excitation has a quarter of the middle channels, as the published models; split attention a quarter times the splits "
        + "and at least 32, as ResNeSt.";

    /// <summary>What the papers leave open and this variant assumes.</summary>
    public ImmutableArray<string> Assumptions { get; init; } =
    [
        "The papers do not print every number of the table: ranges and steps of the rows are assumed so that the space has 6.1×10^25 "
        + "architectures, which FP-NAS states as 6×10^25.",
        "The closing row of 208 to 224 channels is that of the last block of the published models.",
        Attention,
    ];

    /// <summary>FBNetV2-F, as FP-NAS names it: blocks of a row share their choices.</summary>
    public static Variant F { get; } = new(
        "fbnetv2-f", "FBNetV2's space of inverted residuals, a choice per stage (arXiv 2004.05565)",
        false, [0, 1], Macro.Paper, Macro.Mini);

    /// <summary>F-Fine: every block has its own choices.</summary>
    public static Variant Fine { get; } = F with
    {
        Id = "fbnetv2-f-fine",
        Summary = "FBNetV2-F with a choice per block (FP-NAS, arXiv 2011.10949)",
        PerBlock = true,
    };

    /// <summary>F++: squeeze-and-excitation becomes split attention.</summary>
    public static Variant Plus { get; } = F with
    {
        Id = "fbnetv2-f-plus",
        Summary = "FBNetV2-F with searchable split attention (FP-NAS, arXiv 2011.10949)",
        Splits = [0, 1, 2, 4],
    };

    /// <summary>FP-NAS-L0: wider and deeper, with split attention, for 224×224.</summary>
    public static Variant L0 { get; } = Large("fp-nas-l0", Macro.Large(ImageTask.ImageNet, 16, 0));

    /// <summary>FP-NAS-L1: wider and deeper than L0, for 256×256.</summary>
    public static Variant L1 { get; } = Large("fp-nas-l1", Macro.Large(ImageTask.ImageNet with { Size = 256 }, 16, 1));

    /// <summary>FP-NAS-L2: wider and deeper than L1, for 288×288.</summary>
    public static Variant L2 { get; } = Large("fp-nas-l2", Macro.Large(ImageTask.ImageNet with { Size = 288 }, 24, 2));

    /// <summary>All of the family.</summary>
    public static ImmutableArray<Variant> All { get; } = [F, Fine, Plus, L0, L1, L2];

    private static Variant Large(string id, Macro paper) => Plus with
    {
        Id = id,
        Summary = "Wider, deeper and larger FBNetV2 space with split attention (FP-NAS, arXiv 2011.10949)",
        Paper = paper,
        Assumptions =
        [
            "FP-NAS describes L0, L1 and L2 as wider, deeper and larger without a table: depths, input sizes and ten channel choices a row "
            + "are assumed, around the authors' published large models.",
            Attention,
        ],
    };
}
