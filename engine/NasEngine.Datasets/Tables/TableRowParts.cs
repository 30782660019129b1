using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>What each row of a table is for.</summary>
internal static class TableRowParts
{
    /// <summary>As a column says, or by what is in the rows.</summary>
    /// <exception cref="InputException">The column says something else, or no row is for training or for the test.</exception>
    public static DataPartName[] Of(TextTable table, TableOptions options)
    {
        var column = options.Split.Length == 0 ? -1 : TableColumns.Find(table, options.Split, "split");
        DataPartName[] parts = [.. table.Rows.Select(row => column < 0
            ? ContentSplit.IsTest(ContentSplit.Hash(row.Fields), options.Test) ? DataPartName.Test : DataPartName.Train
            : DataPartNames.Of(row.Fields[column]) ?? throw new InputException(FormattableString.Invariant(
                $"Line {row.Line} of {table.Name} has '{row.Fields[column]}' as {options.Split}; it must be train, val or test.")))];
        foreach (var needed in new[] { DataPartName.Train, DataPartName.Test })
        {
            if (!parts.Contains(needed))
            {
                throw new InputException(string.Create(CultureInfo.InvariantCulture,
                    $"None of the {parts.Length} rows of {table.Name} came to be for "
                    + $"{(needed == DataPartName.Test ? "the test" : "training")}; give more rows, another share (test), or a column that "
                    + $"says (split)."));
            }
        }

        return parts;
    }
}
