using System.Collections.Immutable;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>A macro-architecture: stem, rows and head.</summary>
/// <param name="ImageChannels">Channels of the image.</param>
/// <param name="ImageSize">Height and width of the image.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="Stem">Channels of the 3×3 stem convolution of stride 2, with h-swish.</param>
/// <param name="Rows">Rows of inverted residuals.</param>
/// <param name="Head">Channels of the 1×1 convolution before the pooling, with h-swish.</param>
/// <param name="Divisor">What middle and attention channels are rounded to a multiple of.</param>
public sealed record Macro(
    int ImageChannels, int ImageSize, int Classes, int Stem, ImmutableArray<MacroRow> Rows, int Head, int Divisor)
{
    /// <summary>
    /// FBNetV2, table of the largest space, at 224×224 and 1,000 classes. The papers give the ranges of the rows; the closing
    /// row of width 208 to 224 is assumed from the published models' last block and brings the size of the space to
    /// 6.1×10^25, which FP-NAS states as 6×10^25.
    /// </summary>
    public static Macro Paper { get; } = new(
        3, 224, 1000, 16,
        MacroTable.Parse("""
            12:16:4 1 1 1;
            16:28:4 0.75:3.25:0.5 1 2;
            16:28:4 0.75:3.25:0.5 2 1;
            16:40:8 0.75:3.25:0.5 1 2;
            16:40:8 0.75:3.25:0.5 2 1;
            48:96:8 0.75:3.25:0.5 1 2;
            48:96:8 0.75:3.25:0.5 2 1;
            72:128:8 0.75:4.5:0.75 4 1;
            112:216:8 0.75:4.5:0.75 1 2;
            112:216:8 0.75:4.5:0.75 2 1;
            208:224:8 0.75:4.5:0.75 1 1
            """),
        1984, 8);

    /// <summary>
    /// For 28×28 grey images of 10 classes: seven rows of one block, so that a path costs about 1 to 3 million
    /// multiply-adds. Not from a paper.
    /// </summary>
    public static Macro Mini { get; } = new(
        1, 28, 10, 16,
        MacroTable.Parse("""
            12/16/20 1.5/2/3/4 1 1;
            16/20/24 1.5/2/3/4 1 2;
            16/20/24 1.5/2/3/4 1 1;
            20/24/32 1.5/2/3/4 1 1;
            20/24/32 1.5/2/3/4 1 1;
            24/32/48 1.5/2/3/4 1 2;
            24/32/48 1.5/2/3/4 1 1
            """),
        96, 4);
}
