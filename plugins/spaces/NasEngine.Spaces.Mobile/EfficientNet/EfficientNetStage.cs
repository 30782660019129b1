using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.EfficientNet;

/// <summary>A stage of the base network.</summary>
/// <param name="Channels">Output channels at width 1.</param>
/// <param name="Expansion">Ratio of middle to input channels.</param>
/// <param name="Kernel">Depthwise kernel.</param>
/// <param name="Blocks">Blocks at depth 1.</param>
/// <param name="Stride">Stride of the first block.</param>
public sealed record EfficientNetStage(int Channels, int Expansion, int Kernel, int Blocks, int Stride)
{
    /// <summary>Names of a table's columns.</summary>
    public const string Columns = "channels expansion kernel blocks stride";

    /// <summary>The stages of a table.</summary>
    /// <exception cref="InputException">A row is malformed; the message names it.</exception>
    public static ImmutableArray<EfficientNetStage> Parse(string table) => [.. MacroTable.Parse(table, Columns.Split(' ')).Select(row =>
        new EfficientNetStage(
            row.Integer("channels"), row.Integer("expansion"), row.Kernels("kernel")[0], row.Integer("blocks"), row.Integer("stride")))];
}
