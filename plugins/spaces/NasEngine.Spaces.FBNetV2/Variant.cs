using System.Collections.Immutable;

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

    /// <summary>All of the family.</summary>
    public static ImmutableArray<Variant> All { get; } = [F, Fine, Plus];
}
