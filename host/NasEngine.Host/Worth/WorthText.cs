using NasEngine.Contracts.Recipes;
using NasEngine.Host.Output;
using Spectre.Console;

namespace NasEngine.Host.Worth;

/// <summary>What a search is worth, on the terminal: a table of figures, then sentences.</summary>
internal static class WorthText
{
    public static void Print(SearchWorth worth)
    {
        var figures = WorthFigures.Of(worth);
        var table = new Table().Border(TableBorder.Rounded).AddColumn("");
        table.AddColumn(new TableColumn(MetricText.Short(worth.Metric.Metric)).RightAligned());
        foreach (var (name, figure) in figures)
        {
            table.AddRow(new Text(name), new Text(figure));
        }

        AnsiConsole.Write(table);
        foreach (var sentence in WorthSentences.Of(worth))
        {
            Console.WriteLine(sentence);
        }
    }
}
