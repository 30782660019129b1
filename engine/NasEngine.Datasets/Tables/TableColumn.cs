using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>
/// A column as features. Numbers stay numbers; where some are missing they are the mean of the training rows, and a second feature is 1.
/// Anything else is a category, and a feature per value is 1 or 0 (one-hot), a missing one being a value of its own.
/// </summary>
/// <param name="Features">Names of the features.</param>
/// <param name="Values">Features × rows.</param>
internal sealed record TableColumn(ImmutableArray<string> Features, ImmutableArray<float[]> Values)
{
    /// <summary>As many values of a category are features.</summary>
    public const int MostCategories = 256;

    private static readonly HashSet<string> Missing = new(StringComparer.OrdinalIgnoreCase) { "", "NA", "N/A", "NaN", "null", "none", "?" };

    /// <summary>Whether a field says that its value is not known.</summary>
    public static bool IsMissing(string field) => Missing.Contains(field);

    /// <summary>The number that a field is; null where it is none.</summary>
    public static double? Number(string field) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite((float)number)
            ? number
            : null;

    /// <summary>Encodes a column.</summary>
    /// <param name="table">The table.</param>
    /// <param name="place">Which of its columns.</param>
    /// <param name="training">Which rows are trained on.</param>
    /// <exception cref="InputException">It has more values than can be features.</exception>
    public static TableColumn Of(TextTable table, int place, bool[] training)
    {
        var (name, fields) = (table.Columns[place], table.Fields(place));
        var known = fields.Where(field => !IsMissing(field)).ToArray();
        return known.Length > 0 && known.All(field => Number(field) is not null)
            ? OfNumbers(name, [.. fields.Select(field => IsMissing(field) ? null : Number(field))], training)
            : OfCategories(table, place, fields);
    }

    private static TableColumn OfNumbers(string name, double?[] numbers, bool[] training)
    {
        var mean = numbers.Where((_, row) => training[row]).Average() ?? 0;
        float[] values = [.. numbers.Select(number => (float)(number ?? mean))];
        return numbers.All(number => number is not null)
            ? new TableColumn([name], [values])
            : new TableColumn([name, name + "=missing"], [values, [.. numbers.Select(number => number is null ? 1f : 0)]]);
    }

    private static TableColumn OfCategories(TextTable table, int place, string[] fields)
    {
        var name = table.Columns[place];
        string[] categories = [.. fields.Select(Category).Distinct().Order(StringComparer.Ordinal)];
        return categories.Length <= MostCategories
            ? new TableColumn(
                [.. categories.Select(category => $"{name}={category}")],
                [.. categories.Select(category => fields.Select(field => Category(field) == category ? 1f : 0).ToArray())])
            : throw new InputException(string.Create(CultureInfo.InvariantCulture,
                $"Column '{name}' of {table.Name} has {categories.Length} different texts, and up to {MostCategories} can be categories; "
                + $"leave it out by the option drop, or group its values.{Doubt(table, place)}"));
    }

    private static string Doubt(TextTable table, int place) => TableColumns.DoubtOf(table, place) is { } doubt ? $" {doubt}" : "";

    private static string Category(string field) => IsMissing(field) ? "missing" : field;
}
