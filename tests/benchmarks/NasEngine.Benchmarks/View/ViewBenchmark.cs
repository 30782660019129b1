using System.Diagnostics;
using System.Text.RegularExpressions;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Benchmarks.View;

/// <summary>What the web view costs: to open a search of a million trials, a page of a thousand, and ten browsers beside a search that runs.</summary>
public sealed partial class ViewBenchmark : IBenchmark
{
    private const int Long = 1_000_000;
    private const int Short = 1_000;
    private const int Pages = 30;
    private const int Browsers = 10;
    private const int Rounds = 3;
    private const long TrialRounds = 20_000_000;
    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(20);
    private static readonly SearchOrigin Origin = new("bench", "cpu", null, [], null);

    /// <inheritdoc/>
    public string Name => "view";

    /// <inheritdoc/>
    public BenchmarkReport Run(string[] args)
    {
        var workspace = Directory.CreateTempSubdirectory("nas-view-").FullName;
        try
        {
            var rows = new List<IReadOnlyDictionary<string, object>>();
            Search(workspace, new CellParts(0), "short", Short);
            var trials = BenchmarkArguments.Number(args, "--trials", Long);
            Search(workspace, new CellParts(0), "long", trials);
            rows.AddRange(Opened(workspace, trials));
            if (!args.Contains("--no-browsers"))
            {
                rows.AddRange(Beside(Path.Combine(workspace, "beside")));
            }

            return new BenchmarkReport(
                Name,
                "The web view in a process of its own, over a journal with a search of a thousand trials and one of a million, random over NAS-Bench-201 with made-up "
                + "results. A goal is an upper bound. The rate is that of a search whose trials keep all cores busy, while ten pages of it are open, over its rate while none "
                + $"is: medians of {Rounds} stretches of {Stretch.TotalSeconds:0} s each in turn. The browser itself runs at the lowest priority, as if it were elsewhere.",
                rows);
        }
        finally
        {
            Directory.Delete(workspace, recursive: true);
        }
    }

    private static IEnumerable<IReadOnlyDictionary<string, object>> Opened(string workspace, long trials)
    {
        using var served = new ServedProcess(workspace);
        yield return Row("seconds until the server has started", served.StartSeconds, 2);
        yield return Row("seconds to the first page of all, the list", served.Page("/").Seconds, 2);
        yield return Row("seconds to the page of the search of a million", served.Page("/search/2").Seconds, 2);
        var (seconds, number) = (0.0, "");
        while (number != $"{trials}")
        {
            var (text, took) = served.Page("/search/2/front");
            (number, seconds) = (Measured().Match(text).Groups[1].Value, seconds + took);
        }

        yield return Row("seconds more until its front is that of all", seconds, 2);
        foreach (var tab in new[] { "", "/front", "/trials", "/decisions", "/parallel" })
        {
            served.Page($"/search/2{tab}");
            yield return Row($"seconds to /search/2{tab} once it is read", served.Page($"/search/2{tab}").Seconds, 2);
        }

        yield return Row("of these seconds, to read its events alone", Read(workspace), 2);
        yield return Row("MiB of memory at most", served.PeakMegabytes, 500);
        served.Page("/search/1");
        yield return Row(
            $"ms to a page of {Short} trials, median of {Pages}",
            1000 * BenchmarkArguments.Median(Enumerable.Range(0, Pages).Select(_ => served.Page("/search/1").Seconds)), 300);
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

    private static IEnumerable<IReadOnlyDictionary<string, object>> Beside(string workspace)
    {
        using var observer = new CountingObserver();
        var running = Task.Run(() => Search(workspace, new CellParts(TrialRounds), "beside", Long, observer));
        observer.Wait();
        using var served = new ServedProcess(workspace);
        var (alone, looked, processor) = (new List<double>(), new List<double>(), 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            alone.Add(observer.Rate(Stretch));
            using var windows = new BrowserWindows(new Uri(served.Address, "/search/1"), Browsers);
            observer.Rate(Stretch / 3);
            var before = served.ProcessorSeconds;
            looked.Add(observer.Rate(Stretch));
            processor += served.ProcessorSeconds - before;
        }

        observer.End();
        running.Wait();
        yield return Row(
            $"slower with {Browsers} browsers, %", 100 * (1 - BenchmarkArguments.Median(looked) / BenchmarkArguments.Median(alone)), 1);
        yield return Row(
            $"processor of the server with {Browsers} browsers, % of the machine",
            100 * processor / (Rounds * Stretch.TotalSeconds * Environment.ProcessorCount), 1);
    }

    private static void Search(string workspace, CellParts parts, string name, long trials, CountingObserver? observer = null) => new SearchRunner(
        workspace, (spec, _) => new InProcessWorker(spec, parts), new RunSettings { Workers = Environment.ProcessorCount },
        observer ?? (ISearchObserver)NoObserver.Instance, TimeProvider.System)
        .RunAsync(PreparedSearch.From(CellParts.Spec(name, trials), parts), Origin, observer?.Stop ?? CancellationToken.None).Wait();

    private static Dictionary<string, object> Row(string what, double value, double goal) =>
        new() { ["what"] = what, ["value"] = value, ["goal"] = goal, ["ratio"] = value / goal };

    [GeneratedRegex(@"of (\d+) trials: no other")]
    private static partial Regex Measured();
}
