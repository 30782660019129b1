using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Macro-architectures as text, so that users may bring their own: rows joined by <c>;</c>, cells by blanks, choices in a
/// cell by <c>/</c> or as a range <c>low:high:step</c>: <c>12/16 1 1 1; 16:28:4 0.75:3.25:0.5 2 2</c>. A line may stand for a
/// row, and what follows a <c>#</c> on a line is a remark.
/// </summary>
public static class MacroTable
{
    /// <summary>The rows of a text.</summary>
    /// <param name="text">The table.</param>
    /// <param name="columns">Names of the columns, for messages.</param>
    /// <exception cref="InputException">There is no row, or one has another number of cells; the message names it.</exception>
    public static ImmutableArray<MacroCells> Parse(string text, params string[] columns)
    {
        var rows = text.Split('\n')
            .SelectMany(line => line.Split('#')[0].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ToArray();
        return rows.Length > 0
            ? [.. rows.Select((row, index) => Row(row, index + 1, columns))]
            : throw new InputException($"The macro table has no rows; give rows of {string.Join(' ', columns)} joined by ';'.");
    }

    private static MacroCells Row(string text, int number, string[] columns)
    {
        var cells = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return cells.Length == columns.Length
            ? new MacroCells(number, columns, cells)
            : throw new InputException(
                $"Row {number} of the macro table is '{text}'; it must have {columns.Length} cells: {string.Join(' ', columns)}.");
    }
}
