using System.Globalization;
using NasEngine.Host.Display;
using NasEngine.Pipeline.Journal;
using Spectre.Console;

namespace NasEngine.Host.Output;

/// <summary>The searches of a workspace as a table of the columns that there is room for.</summary>
internal static class SearchTable
{
    private const int Padding = 3;

    /// <summary>Columns that go one after the other where it is narrow, by their heads; the first three stay.</summary>
    private static readonly string[] Spare = ["started (UTC)", "seed", "time", "method"];

    /// <summary>The table.</summary>
    /// <param name="searches">The searches with their states.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static Table Of(IReadOnlyList<(SearchHeader Header, string State)> searches, int width)
    {
        (string Head, Func<(SearchHeader Header, string State), string> Cell)[] columns =
        [
            ("id", one => one.Header.Id.ToString(CultureInfo.InvariantCulture)),
            ("search", one => one.Header.Spec.Name),
            ("state", one => one.State),
            ("method", one => $"{one.Header.Spec.Strategy.Id} on {one.Header.Spec.Space.Id}"),
            ("seed", one => one.Header.Spec.Seed.ToString(CultureInfo.InvariantCulture)),
            ("time", one => ProgressLine.Duration(TimeSpan.FromSeconds(one.Header.Seconds))),
            ("started (UTC)", one => one.Header.Created.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
        ];
        var widths = columns.ToDictionary(
            column => column.Head, column => searches.Select(column.Cell).Append(column.Head).Max(cell => cell.Length));
        foreach (var spare in Spare)
        {
            if (columns.Sum(column => widths[column.Head] + Padding) + 1 > width)
            {
                columns = [.. columns.Where(column => column.Head != spare)];
            }
        }

        var table = new Table().Border(TableBorder.Rounded);
        foreach (var (head, _) in columns)
        {
            // A name that is too long is broken; all else stands on a line.
            table.AddColumn(head == "search" ? new TableColumn(head) : new TableColumn(head).NoWrap());
        }

        foreach (var search in searches)
        {
            table.AddRow(columns.Select(column => new Text(column.Cell(search))));
        }

        return table;
    }
}
