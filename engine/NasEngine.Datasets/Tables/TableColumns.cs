using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>Columns by name.</summary>
internal static class TableColumns
{
    /// <summary>The place of a column.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">Its name.</param>
    /// <param name="option">The option that names it.</param>
    /// <exception cref="InputException">There is none.</exception>
    public static int Find(TextTable table, string name, string option)
    {
        var place = table.Columns.IndexOf(name);
        return place >= 0 ? place : throw new InputException(name.Length == 0
            ? $"{table.Name} needs the name of the column that networks learn to give, by the option {option}: one of "
                + $"{string.Join(", ", table.Columns)}."
            : $"{table.Name} has no column '{name}' (option {option}): {Suggest.Instead(name, table.Columns)}");
    }

    /// <summary>Whether each column has a name of its own.</summary>
    /// <param name="table">What the table is called.</param>
    /// <param name="names">Names of its columns.</param>
    /// <exception cref="InputException">One has none, or that of another.</exception>
    public static void MustBeNamed(string table, IEnumerable<string> names)
    {
        if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1 || group.Key.Length == 0) is { } doubtful)
        {
            throw new InputException(doubtful.Key.Length == 0
                ? $"{table} has a column without a name in its header; name each."
                : $"{table} has {doubtful.Count()} columns '{doubtful.Key}'; give each a name of its own.");
        }
    }

    /// <summary>
    /// What is said of a column of which most fields are numbers and some are none, so that it is none of numbers; null of others.
    /// </summary>
    public static string? DoubtOf(TextTable table, int column)
    {
        var known = table.Rows.Where(row => !TableColumn.IsMissing(row.Fields[column])).ToArray();
        var others = known.Where(row => TableColumn.Number(row.Fields[column]) is null).ToArray();
        var commas = others.Count(row => HasDecimalComma(row.Fields[column]));
        return others.Length == 0 || 2 * (known.Length - others.Length + commas) <= known.Length ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"Column '{table.Columns[column]}' counts as texts, not as numbers: line {others[0].Line} has '{others[0].Fields[column]}'"
            + $"{(commas > 0 ? "; numbers have a point for decimals" : "")}.");
    }

    private static bool HasDecimalComma(string field) =>
        field.Split(',') is [_, _] && TableColumn.Number(field.Replace(',', '.')) is not null;

    /// <summary>The fields of a column.</summary>
    public static string[] Fields(this TextTable table, int column) => [.. table.Rows.Select(row => row.Fields[column])];
}
