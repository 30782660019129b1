using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>What a table is read for.</summary>
/// <param name="Target">Name of the column that networks learn to give.</param>
/// <param name="Task">classes, numbers, or auto: numbers where the target has more than <see cref="FewNumbers"/> different ones.</param>
/// <param name="Drop">Columns that are left out.</param>
/// <param name="Split">Column that says train, val or test of a row; empty where none does.</param>
/// <param name="Test">Share of the rows for the test, where no column says.</param>
internal sealed record TableOptions(string Target, string Task, ImmutableArray<string> Drop, string Split, double Test)
{
    /// <summary>As many different numbers of a target are still classes, if they are whole.</summary>
    public const int FewNumbers = 20;

    /// <summary>Reads them.</summary>
    public static TableOptions Read(OptionReader options) => new(
        options.Text("target", "", "Name of the column that networks learn to give"),
        options.OneOf(
            "task", "auto", "What the target is: classes; numbers, learned by squared error; or as it looks", "auto", "classes", "numbers"),
        [.. options.Text("drop", "", "Columns that are left out, joined by commas, such as row numbers").Split(
            ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        options.Text("split", "", "Column that says train, val or test of each row; without it rows are for the test by what is in them"),
        options.When("split", "").Number("test", 0.2, "Share of the rows for the test", 0.001, 0.9));
}
