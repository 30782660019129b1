using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.MobileNet;

/// <summary>A stage of equal inverted residuals.</summary>
/// <param name="Channels">Output channels at width 1.</param>
/// <param name="Expansions">Choices of the ratio of middle to input channels.</param>
/// <param name="Kernels">Choices of the depthwise kernel.</param>
/// <param name="Blocks">Choices of the number of blocks.</param>
/// <param name="Stride">Stride of the first block.</param>
public sealed record MobileNetStage(
    int Channels, ImmutableArray<double> Expansions, ImmutableArray<int> Kernels, ImmutableArray<int> Blocks, int Stride)
{
    /// <summary>Names of a table's columns.</summary>
    public const string Columns = "channels expansions kernels blocks stride";

    /// <summary>The stages of a table.</summary>
    /// <exception cref="InputException">A row is malformed; the message names it.</exception>
    public static ImmutableArray<MobileNetStage> Parse(string table) => [.. MacroTable.Parse(table, Columns.Split(' ')).Select(row =>
        new MobileNetStage(
            row.Integer("channels"), row.Numbers("expansions"), row.Kernels("kernels"), row.Integers("blocks"), row.Integer("stride")))];
}
