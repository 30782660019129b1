using System.Collections.Immutable;
using NasEngine.Networks;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>A macro-architecture: stem, rows and head.</summary>
/// <param name="Task">Images and classes.</param>
/// <param name="Stem">Channels of the 3×3 stem convolution of stride 2, with h-swish.</param>
/// <param name="Rows">Rows of inverted residuals.</param>
/// <param name="Head">Channels of the 1×1 convolution before the pooling, with h-swish.</param>
/// <param name="Divisor">What middle and attention channels are rounded to a multiple of.</param>
public sealed record Macro(
    ImageTask Task, int Stem, ImmutableArray<MacroRow> Rows, int Head, int Divisor)
{
    private static readonly ImmutableArray<double> LowExpansions = [0.75, 1.25, 1.75, 2.25, 2.75, 3.25];
    private static readonly ImmutableArray<double> HighExpansions = [0.75, 1.5, 2.25, 3, 3.75, 4.5];

    /// <summary>
    /// FBNetV2, table of the largest space, at 224×224 and 1,000 classes. The papers give the ranges of the rows; the closing
    /// row of width 208 to 224 is assumed from the published models' last block and brings the size of the space to
    /// 6.1×10^25, which FP-NAS states as 6×10^25.
    /// </summary>
    public static Macro Paper { get; } = new(
        ImageTask.ImageNet, 16,
        MacroRow.Parse("""
            12:16:4 1 1 1
            16:28:4 0.75:3.25:0.5 1 2
            16:28:4 0.75:3.25:0.5 2 1
            16:40:8 0.75:3.25:0.5 1 2
            16:40:8 0.75:3.25:0.5 2 1
            48:96:8 0.75:3.25:0.5 1 2
            48:96:8 0.75:3.25:0.5 2 1
            72:128:8 0.75:4.5:0.75 4 1
            112:216:8 0.75:4.5:0.75 1 2
            112:216:8 0.75:4.5:0.75 2 1
            208:224:8 0.75:4.5:0.75 1 1
            """),
        1984, 8);

    /// <summary>
    /// For 28×28 grey images of 10 classes: seven rows of one block, so that a path costs about 1 to 3 million
    /// multiply-adds. Not from a paper.
    /// </summary>
    public static Macro Mini { get; } = new(
        ImageTask.Mini, 16,
        MacroRow.Parse("""
            12/16/20 1.5/2/3/4 1 1
            16/20/24 1.5/2/3/4 1 2
            16/20/24 1.5/2/3/4 1 1
            20/24/32 1.5/2/3/4 1 1
            20/24/32 1.5/2/3/4 1 1
            24/32/48 1.5/2/3/4 1 2
            24/32/48 1.5/2/3/4 1 1
            """),
        96, 4);

    /// <summary>
    /// The spaces L0, L1 and L2 of FP-NAS, which the paper describes as wider, deeper and larger. The numbers are assumed:
    /// depths and input sizes of the authors' published large models, ten channel choices around their widths.
    /// </summary>
    /// <param name="task">Images and classes.</param>
    /// <param name="stem">Channels of the stem.</param>
    /// <param name="step">How much wider and deeper than L0: 0, 1 or 2.</param>
    public static Macro Large(ImageTask task, int stem, int step)
    {
        return new Macro(
            task, stem,
            [
                new MacroRow([stem - 4, stem], [1], 1, 1),
                Row(16, 4, LowExpansions, 1, 2), Row(16, 4, LowExpansions, 3, 1),
                Row(24, 4, LowExpansions, 1, 2), Row(24, 4, LowExpansions, 3, 1),
                Row(48, 8, LowExpansions, 1, 2), Row(48, 8, LowExpansions, 3, 1),
                Row(72, 8, HighExpansions, 6 + step, 1),
                Row(152, 8, HighExpansions, 1, 2), Row(152, 8, HighExpansions, 4 + step, 1),
                Row(176, 8, HighExpansions, 1, 1),
            ],
            1984, 8);

        MacroRow Row(int least, int by, ImmutableArray<double> expansions, int blocks, int stride) =>
            new([.. Enumerable.Range(step, 10).Select(i => least + i * by)], expansions, blocks, stride);
    }
}
