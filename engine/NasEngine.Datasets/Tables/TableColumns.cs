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

    /// <summary>The fields of a column.</summary>
    public static string[] Fields(this TextTable table, int column) => [.. table.Rows.Select(row => row.Fields[column])];
}
