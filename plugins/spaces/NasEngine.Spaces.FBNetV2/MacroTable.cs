using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using NasEngine.Contracts;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>
/// Macro-architectures as text: rows joined by <c>;</c>, each <c>CHANNELS EXPANSIONS BLOCKS STRIDE</c>, where the first
/// two are choices joined by <c>/</c> or ranges <c>low:high:step</c>, e.g. <c>12/16 1 1 1; 16:28:4 0.75:3.25:0.5 2 2</c>.
/// </summary>
public static class MacroTable
{
    /// <summary>The rows of a text.</summary>
    /// <exception cref="InputException">A row is malformed; the message names it.</exception>
    public static ImmutableArray<MacroRow> Parse(string text)
    {
        var rows = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return rows.Length > 0
            ? [.. rows.Select((row, index) => Row(row, index + 1))]
            : throw new InputException("The macro table has no rows; give rows such as '16:28:4 0.75:3.25:0.5 2 2' joined by ';'.");
    }

    private static MacroRow Row(string text, int number)
    {
        var cells = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (cells.Length != 4)
        {
            throw new InputException($"Row {number} of the macro table is '{text}'; it must be CHANNELS EXPANSIONS BLOCKS STRIDE, e.g. '16:28:4 0.75:3.25:0.5 2 2'.");
        }

        return new MacroRow(
            Choices<int>(cells[0], number, "channels", 1),
            Choices<double>(cells[1], number, "expansions", 0.01),
            Choices<int>(cells[2], number, "blocks", 1).Single(),
            Choices<int>(cells[3], number, "stride", 1).Single());
    }

    private static ImmutableArray<T> Choices<T>(string cell, int row, string column, T least)
        where T : struct, INumber<T>
    {
        var single = column is "blocks" or "stride";
        var range = cell.Split(':');
        ImmutableArray<T> values = range.Length == 3 && !single
            ? Range(Number<T>(range[0]), Number<T>(range[1]), Number<T>(range[2]))
            : [.. cell.Split('/').Select(item => Number<T>(item) ?? T.Zero)];
        return values.Length >= 1 && (!single || values.Length == 1) && values[0] >= least &&
            values.Zip(values.Skip(1)).All(pair => pair.First < pair.Second)
            ? values
            : throw new InputException(
                $"Row {row} of the macro table has {column} '{cell}'; " +
                (single ? "give one whole number, at least 1." : "give positive numbers, ascending, joined by '/', or a range low:high:step."));
    }

    private static ImmutableArray<T> Range<T>(T? low, T? high, T? step)
        where T : struct, INumber<T>
    {
        var values = ImmutableArray.CreateBuilder<T>();
        if (low is { } from && high is { } to && step is { } by && by > T.Zero)
        {
            for (var value = from; value <= to; value += by)
            {
                values.Add(value);
            }
        }

        return values.ToImmutable();
    }

    private static T? Number<T>(string text)
        where T : struct, INumber<T> =>
        T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
