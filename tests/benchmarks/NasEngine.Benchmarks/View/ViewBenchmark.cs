using System.Diagnostics;
using System.Text.RegularExpressions;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading.Following;

namespace NasEngine.Benchmarks.View;

/// <summary>What the web view costs: to open a search of a million trials, and a page of a thousand.</summary>
public sealed partial class ViewBenchmark : IBenchmark
{
    private const int Long = 1_000_000;
    private const int Short = 1_000;
    private const int Pages = 30;

    /// <inheritdoc/>
    public string Name => "view";

    /// <inheritdoc/>
    public string Summary => "What the web view costs over a million trials.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options => [new("--trials", "trials of the long search", "1000000")];

    /// <inheritdoc/>
    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var workspace = Directory.CreateTempSubdirectory("nas-view-").FullName;
        try
        {
            CellSearch.Run(workspace, new CellParts(0), "short", Short);
            var trials = args.Number("--trials");
            CellSearch.Run(workspace, new CellParts(0), "long", trials);
            return new BenchmarkReport(
                Name,
                "The web view in a process of its own, over a journal with a search of a thousand trials and one of a million, random over NAS-Bench-201 with made-up "
                + "results. A goal is an upper bound.",
                [.. Opened(workspace, trials)]);
        }
        finally
        {
            Directory.Delete(workspace, recursive: true);
        }
    }

    private static IEnumerable<IReadOnlyDictionary<string, object>> Opened(string workspace, long trials)
    {
        using var served = new ServedProcess(workspace);
        yield return GoalRow.Of("seconds until the server has started", served.StartSeconds, 2);
        yield return GoalRow.Of("seconds to the first page of all, the list", served.Page("/").Seconds, 2);
        yield return GoalRow.Of("seconds to the page of the search of a million", served.Page("/search/2").Seconds, 2);
        var (seconds, number) = (0.0, "");
        while (number != $"{trials}")
        {
            var (text, took) = served.Page("/search/2/front");
            (number, seconds) = (Measured().Match(text).Groups[1].Value, seconds + took);
        }

        yield return GoalRow.Of("seconds more until its front is that of all", seconds, 2);
        foreach (var tab in new[] { "", "/front", "/trials", "/decisions", "/parallel" })
        {
            served.Page($"/search/2{tab}");
            yield return GoalRow.Of($"seconds to /search/2{tab} once it is read", served.Page($"/search/2{tab}").Seconds, 2);
        }

        yield return GoalRow.Of("of these seconds, to read its events alone", Read(workspace), 2);
        yield return GoalRow.Of("MiB of memory at most", served.PeakMegabytes, 500);
        served.Page("/search/1");
        yield return GoalRow.Of(
            $"ms to a page of {Short} trials, median of {Pages}",
            1000 * Statistics.Median(Enumerable.Range(0, Pages).Select(_ => served.Page("/search/1").Seconds)), 300);
    }

    /// <summary>Seconds to read all events of the long search, in a process that reads for the first time.</summary>
    private static double Read(string workspace)
    {
        using var journal = SearchJournal.OpenToFollow(workspace)!;
        var header = journal.Find("long")!;
        var parts = new CellParts(0);
        var began = Stopwatch.GetTimestamp();
        var follower = new SearchFollower(header, parts.Space("nasbench201"), (IObjective)header.Spec.Objective);
        follower.Advance(journal, header, int.MaxValue / 2);
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    [GeneratedRegex(@"of (\d+) trials: no other")]
    private static partial Regex Measured();
}
