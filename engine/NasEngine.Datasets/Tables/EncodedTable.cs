using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>
/// A table as numbers: features and a target per row, training rows first, then those for validation, then those for the test.
/// </summary>
internal sealed record EncodedTable(
    LabelledImages Train, LabelledImages Test, ImmutableArray<string> Classes, ImmutableArray<string> Features,
    ImmutableArray<string> Remarks, string Hash)
{
    /// <summary>Encodes a table.</summary>
    /// <exception cref="InputException">A column or a row is not what it must be.</exception>
    public static EncodedTable Of(TextTable table, TableOptions options)
    {
        var target = TableColumns.Find(table, options.Target, "target");
        int[] left = [target, .. options.Drop.Select(name => TableColumns.Find(table, name, "drop"))];
        var learned = TableTarget.Of(table, table.Fields(target), options);
        var parts = TableRowParts.Of(table, options);
        learned.MustBeTrainedOn(parts, table);
        if (options.Split.Length > 0)
        {
            left = [.. left, TableColumns.Find(table, options.Split, "split")];
        }

        bool[] training = [.. parts.Select(part => part == DataPartName.Train)];
        var columns = Enumerable.Range(0, table.Columns.Length).Except(left)
            .Select(column => (Name: table.Columns[column], Column: TableColumn.Of(table, column, training)))
            .ToArray();
        var constant = columns.Where(column => IsConstant(column.Column, training)).ToArray();
        TableColumn[] kept = [.. columns.Except(constant).Select(column => column.Column)];
        return kept.Length > 0
            ? Of(
                learned, kept, parts, [.. constant.Select(column => column.Name)],
                Doubts(table, options.Task == "auto" ? left.Except([target]) : left))
            : throw new InputException(
                $"{table.Name} has no column to learn '{options.Target}' from: all others are left out or the same in every row.");
    }

    /// <summary>Columns that may be meant to be of numbers and are none.</summary>
    private static string[] Doubts(TextTable table, IEnumerable<int> left) => [.. Enumerable.Range(0, table.Columns.Length).Except(left)
        .Select(column => TableColumns.DoubtOf(table, column)).OfType<string>()];

    private static bool IsConstant(TableColumn column, bool[] training) =>
        column.Values.All(values => values.Where((_, row) => training[row]).Distinct().Count() == 1);

    private static EncodedTable Of(TableTarget target, TableColumn[] columns, DataPartName[] parts, string[] constant, string[] doubts)
    {
        ImmutableArray<string> features = [.. columns.SelectMany(column => column.Features)];
        float[][] values = [.. columns.SelectMany(column => column.Values)];
        int[] order = [.. Enumerable.Range(0, parts.Length).OrderBy(row => parts[row])];
        int[] test = [.. order.Where(row => parts[row] == DataPartName.Test)];
        int[] train = [.. order.Where(row => parts[row] != DataPartName.Test)];
        var validation = parts.Count(part => part == DataPartName.Validation);
        var (one, other) = (Rows(train, values, target) with { ValidationCount = validation }, Rows(test, values, target));
        return new EncodedTable(
            one, other, target.Classes, features,
            [
                .. target.Classes.IsEmpty ? [] : ClassBalance.Remarks(target.Classes, one.Labels.Span),
                .. constant.Length == 0
                    ? Array.Empty<string>()
                    : [$"Columns that are the same in every training row are left out: {string.Join(", ", constant)}."],
                .. doubts,
            ],
            ExamplesHash.Of(one, other, features, target.Classes));
    }

    private static LabelledImages Rows(int[] rows, float[][] values, TableTarget target)
    {
        var picked = new float[rows.Length * values.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var feature = 0; feature < values.Length; feature++)
            {
                picked[(row * values.Length) + feature] = values[feature][rows[row]];
            }
        }

        return new LabelledImages(
            new ImageShape(values.Length, 1, 1), default,
            target.Labels.Length == 0 ? default : rows.Select(row => target.Labels[row]).ToArray())
        {
            Values = picked,
            Targets = target.Numbers.Length == 0 ? default : rows.Select(row => target.Numbers[row]).ToArray(),
        };
    }
}
