using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Display;
using NasEngine.Host.Reports;
using Spectre.Console;

namespace NasEngine.Host.Output;

/// <summary>The winners on the terminal.</summary>
internal static class ResultTable
{
    public static void Print(SearchSummary summary)
    {
        var table = new Table().Border(TableBorder.Rounded);
        string[] columns = ["", "test acc", "val acc", "MACs", "params", "latency", "architecture"];
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column) { NoWrap = column is not "architecture" });
        }

        for (var rank = 0; rank < summary.Found.Count; rank++)
        {
            table.AddRow([.. Row(summary.Found[rank], rank).Select(cell => new Text(cell))]);
        }

        AnsiConsole.Write(table);
        var header = summary.History.Header;
        AnsiConsole.WriteLine(
            $"{summary.History.Steps} {(summary.History.Steps == summary.History.Samples ? "trials" : $"steps, {summary.History.Samples} samples")}, "
            + $"{ProgressLine.Duration(TimeSpan.FromSeconds(header.Seconds))}, seed {header.Spec.Seed}");
        Console.WriteLine(summary.Folder);
    }

    private static IEnumerable<string> Row(FoundSummary found, int rank) =>
    [
        rank == 0 ? "best" : rank == 1 ? "runner-up" : $"{rank + 1}.",
        Metric(found, MetricNames.TestAccuracy, value => value.ToString("0.0000", CultureInfo.InvariantCulture)),
        Metric(found, MetricNames.ValidationAccuracy, value => value.ToString("0.0000", CultureInfo.InvariantCulture)),
        Metric(found, MetricNames.Macs, ProgressLine.Count),
        Metric(found, MetricNames.Parameters, ProgressLine.Count),
        Metric(found, MetricNames.Latency, value => value.ToString("0.000", CultureInfo.InvariantCulture) + " ms"),
        found.Text,
    ];

    private static string Metric(FoundSummary found, string name, Func<double, string> format) =>
        found.Metrics.TryGetValue(name, out var value) ? format(value) : "–";
}
