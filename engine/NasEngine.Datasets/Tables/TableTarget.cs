using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>What networks learn to give: classes or numbers.</summary>
/// <param name="Classes">Names of the classes, numbers in order of size, else by code point; empty where it is numbers.</param>
/// <param name="Labels">Class number per row; empty where it is numbers.</param>
/// <param name="Numbers">Number per row; empty where it is classes.</param>
internal sealed record TableTarget(ImmutableArray<string> Classes, int[] Labels, float[] Numbers)
{
    /// <summary>Reads the column of a table.</summary>
    /// <exception cref="InputException">A row has none, or it is not what it is said to be.</exception>
    public static TableTarget Of(TextTable table, string[] fields, TableOptions options)
    {
        var missing = Array.FindIndex(fields, TableColumn.IsMissing);
        if (missing >= 0)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture,
                $"Line {table.Rows[missing].Line} of {table.Name} has no {options.Target}; what is to be learned must be in every row, "
                + $"take it away."));
        }

        var numbers = fields.Select(TableColumn.Number).ToArray();
        var wrong = Array.FindIndex(numbers, number => number is null);
        if (options.Task == "numbers" && wrong >= 0)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture,
                $"Line {table.Rows[wrong].Line} of {table.Name} has '{fields[wrong]}' as {options.Target}; with the task numbers it must "
                + $"be a number."));
        }

        return options.Task == "numbers" || (options.Task == "auto" && wrong < 0 && AreMeasured(numbers))
            ? OfNumbers([.. numbers.Select(number => (float)number!.Value)], table, options)
            : OfClasses(fields, wrong < 0, table, options);
    }

    private static bool AreMeasured(double?[] numbers) =>
        numbers.Any(number => number != Math.Floor(number!.Value)) || numbers.Distinct().Count() > TableOptions.FewNumbers;

    private static TableTarget OfNumbers(float[] numbers, TextTable table, TableOptions options) =>
        numbers.Distinct().Count() > 1 ? new TableTarget([], [], numbers) : throw new InputException(
            $"Column '{options.Target}' of {table.Name} is the same in every row; there is nothing to learn.");

    /// <summary>Refuses a class that no row to train on is of.</summary>
    /// <param name="parts">Which part each row is of.</param>
    /// <param name="table">The table.</param>
    /// <exception cref="InputException">There is one.</exception>
    public void MustBeTrainedOn(DataPartName[] parts, TextTable table)
    {
        var trained = Labels.Where((_, row) => parts[row] == DataPartName.Train).ToHashSet();
        foreach (var (number, name) in Classes.Index().Where(one => !trained.Contains(one.Index)))
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture,
                $"Class '{name}' of {table.Name} has no rows to train on, {Labels.Count(label => label == number)} for validation and "
                + $"test; add some, take them away, or say by a column which part a row is of (option split)."));
        }
    }

    private static TableTarget OfClasses(string[] fields, bool areNumbers, TextTable table, TableOptions options)
    {
        var names = fields.Distinct();
        string[] classes = [.. areNumbers
            ? names.OrderBy(name => TableColumn.Number(name)).ThenBy(name => name, StringComparer.Ordinal)
            : names.Order(StringComparer.Ordinal)];
        var numbers = classes.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        return classes.Length switch
        {
            1 => throw new InputException(
                $"Column '{options.Target}' of {table.Name} is '{classes[0]}' in every row; there is nothing to learn."),
            _ when classes.Length > fields.Length / 2 && classes.Length > TableOptions.FewNumbers =>
                throw new InputException(string.Create(CultureInfo.InvariantCulture,
                $"Column '{options.Target}' of {table.Name} has {classes.Length} classes in {fields.Length} rows; name the column to be "
                + $"learned by target, or say task: numbers.")),
            _ => new TableTarget([.. classes], [.. fields.Select(field => numbers[field])], []),
        };
    }
}
