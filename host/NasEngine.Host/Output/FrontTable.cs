using System.Globalization;
using NasEngine.Host.Reports;
using Spectre.Console;

namespace NasEngine.Host.Output;

/// <summary>A Pareto front on the terminal: a table of figures by axis, then the architectures.</summary>
internal static class FrontTable
{
    private const int Shown = 20;

    public static void Print(FrontSummary? front, string metric)
    {
        if (front is null)
        {
            Console.WriteLine(
                $"No Pareto front: there is only {MetricText.Short(metric)} to go by; set it against a cost, e.g. .Against(Macs()).");
            return;
        }

        Console.WriteLine(
            $"Pareto front: {front.Share} "
            + $"({string.Join(", ", front.Axes.Select(axis => $"{MetricText.Short(axis.Metric)}: {MetricText.Wish(axis.Direction)}"))})");
        if (front.Entries.Count == 0)
        {
            return;
        }

        var table =
            new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn(front.OfFinalists ? "finalist" : "trial").RightAligned());
        foreach (var axis in front.Axes)
        {
            table.AddColumn(new TableColumn(MetricText.Short(axis.Metric)).RightAligned());
        }

        var shown = front.Entries.Take(Shown).ToArray();
        foreach (var entry in shown)
        {
            var cells = front.Axes.Select(axis => MetricText.Figure(axis.Metric, entry.Found.Metrics[axis.Metric]));
            table.AddRow([.. cells.Prepend(Name(front, entry)).Select(cell => new Text(cell))]);
        }

        AnsiConsole.Write(table);
        foreach (var entry in shown)
        {
            Console.WriteLine($"{Name(front, entry)}: {entry.Found.Text}");
        }

        if (front.Entries.Count > Shown)
        {
            Console.WriteLine($"… and {front.Entries.Count - Shown} more: result.json and nas show --json have all.");
        }
    }

    private static string Name(FrontSummary front, FrontEntry entry) =>
        (front.OfFinalists ? entry.Number + 1 : entry.Number).ToString(CultureInfo.InvariantCulture);
}
