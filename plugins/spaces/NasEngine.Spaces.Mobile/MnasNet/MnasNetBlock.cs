using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.MnasNet;

/// <summary>A block: layers of one kind.</summary>
/// <param name="Filters">Choices of output channels.</param>
/// <param name="Layers">Choices of the number of layers.</param>
/// <param name="Stride">Stride of the first layer.</param>
public sealed record MnasNetBlock(ImmutableArray<int> Filters, ImmutableArray<int> Layers, int Stride)
{
    /// <summary>Names of a table's columns.</summary>
    public const string Columns = "filters layers stride";

    /// <summary>The blocks of a table.</summary>
    /// <exception cref="InputException">A row is malformed; the message names it.</exception>
    public static ImmutableArray<MnasNetBlock> Parse(string table) => [.. MacroTable.Parse(table, Columns.Split(' ')).Select(row =>
        new MnasNetBlock(row.Integers("filters"), row.Integers("layers"), row.Integer("stride")))];
}
