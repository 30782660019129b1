using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>One row of a macro-architecture: inverted residual blocks that share a width choice.</summary>
/// <param name="Channels">Choices of output channels, ascending.</param>
/// <param name="Expansions">Choices of the ratio of the middle channels to the input's, ascending.</param>
/// <param name="Blocks">Number of blocks.</param>
/// <param name="Stride">Stride of the first block; the others have 1.</param>
public sealed record MacroRow(ImmutableArray<int> Channels, ImmutableArray<double> Expansions, int Blocks, int Stride)
{
    /// <summary>Names of a table's columns.</summary>
    public const string Columns = "channels expansions blocks stride";

    /// <summary>The rows of a table.</summary>
    /// <exception cref="InputException">A row is malformed; the message names it.</exception>
    public static ImmutableArray<MacroRow> Parse(string table) => [.. MacroTable.Parse(table, Columns.Split(' ')).Select(row =>
        new MacroRow(row.Integers("channels"), row.Numbers("expansions"), row.Integer("blocks"), row.Integer("stride")))];

    /// <summary>The table of rows.</summary>
    public static string Format(IEnumerable<MacroRow> rows) => string.Join("; ", rows.Select(row => string.Create(
        CultureInfo.InvariantCulture, $"{string.Join('/', row.Channels)} {Joined(row.Expansions)} {row.Blocks} {row.Stride}")));

    private static string Joined(ImmutableArray<double> values) =>
        string.Join('/', values.Select(value => value.ToString(CultureInfo.InvariantCulture)));
}
