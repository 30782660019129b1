using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Display;
using NasEngine.Host.Reports;

namespace NasEngine.Host.Output;

/// <summary>The winners on the terminal: a table of figures, then the architectures and where the files are.</summary>
internal static class ResultTable
{
    private static readonly string[] Usual =
    [
        MetricNames.TestAccuracy, MetricNames.ValidationAccuracy, MetricNames.Macs, MetricNames.Parameters, MetricNames.Latency,
        MetricNames.PredictedLatency,
    ];

    /// <summary>Prints them.</summary>
    /// <param name="summary">The search.</param>
    /// <param name="failures">Whether to say what failed as well.</param>
    public static void Print(SearchSummary summary, bool failures = true)
    {
        var found = summary.Found;
        var columns = Columns(summary.History.Header.Spec.Objective, found);
        var ranked = found.Where((one, rank) => one.Chosen != rank + 1).Any();
        FigureTable.Print(
            ["", .. columns.Select(MetricText.Short), .. ranked ? new[] { "in search" } : []],
            [
                .. found.Select((one, rank) => (string[])
                [
                    Place(rank),
                    .. columns.Select(one.Figure),
                    .. ranked ? new[] { Place(one.Chosen - 1) } : [],
                ]),
            ]);
        foreach (var (one, rank) in found.Select((one, rank) => (one, rank)))
        {
            Console.WriteLine($"{Place(rank)}: {one.Text}");
            foreach (var overrun in Overrun.Of(summary.History.Header.Spec.Objective, one.Metrics))
            {
                Console.WriteLine($"{Place(rank)} is {overrun}");
            }
        }

        if (LatencyText.Of(summary) is { Length: > 0 } latencies && summary.Found.All(one => one.Latency is null))
        {
            Console.WriteLine(latencies);
        }

        var history = summary.History;
        var work = history.Steps != history.Samples ? $"{history.Steps} steps with {history.Samples} samples"
            : history.Steps == 1 ? "1 trial" : $"{history.Steps} trials";
        if (history.Header.Spec.Final is { Seeds: > 1 and var seeds })
        {
            Console.WriteLine($"Means ± standard deviations over {seeds} seeds; the networks that are kept are those of the first.");
        }

        Console.WriteLine(
            $"{work} in {ProgressLine.Duration(TimeSpan.FromSeconds(history.Header.Seconds))}, seed {history.Header.Spec.Seed}");
        foreach (var line in failures ? FailureLines.Of(history) : [])
        {
            Console.WriteLine(line);
        }

        Console.WriteLine($"Results: {summary.Folder}");
    }

    /// <summary>What a winner has of the usual figures, and of those that the objective names.</summary>
    private static string[] Columns(ObjectiveSpec objective, IReadOnlyList<FoundSummary> found) =>
    [
        .. objective.Axes.Select(axis => axis.Metric)
            .Concat(objective.Targets.Select(target => target.Metric))
            .Concat((objective as Objective)?.Requirements.Select(limit => limit.Metric) ?? [])
            .Except(Usual)
            .Concat(Usual)
            .Where(column => found.Any(one => one.Metrics.TryGetValue(column, out var value) && value != 0)),
    ];

    /// <summary>The place of a rank, counted from 0: best, runner-up, third, 4th, 21st.</summary>
    internal static string Place(int rank) => rank switch
    {
        0 => "best",
        1 => "runner-up",
        2 => "third",
        _ => string.Create(CultureInfo.InvariantCulture, $"{rank + 1}{Ending(rank + 1)}"),
    };

    private static string Ending(int number) => (number % 100 is >= 11 and <= 13 ? 0 : number % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    };
}
