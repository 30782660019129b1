using System.Diagnostics;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Benchmarks.Journal;

/// <summary>Trials per second through the whole pipeline when they take no time, durable and in memory, against Optuna.</summary>
public sealed class JournalBenchmark : IBenchmark
{
    private const int Window = 64;
    private const int Durable = 20_000;
    private const int InMemory = 50_000;
    private const int Long = 100_000;
    private const int Rounds = 3;

    private static readonly SearchOrigin Origin = new("bench", "cpu", null, [], null);

    public string Name => "journal";

    public string Summary => "Trials per second through the whole pipeline when they take no time, against Optuna.";

    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var workspace = Directory.CreateTempSubdirectory("nas-journal-").FullName;
        try
        {
            Rate(Path.Combine(workspace, "warm"), Durable);
            var durable = Median(round => Rate(Path.Combine(workspace, $"round{round}"), Durable));
            Rate(null, InMemory);
            var memory = Median(_ => Rate(null, InMemory));
            Load(Path.Combine(workspace, "long"), stopAt: Long);
            var resume = Median(_ => 1 / Load(Path.Combine(workspace, "long"), stopAt: 0).TotalSeconds);
            return new BenchmarkReport(
                Name,
                $"Trials per second that take no time, random search, {Window} in flight, one strategy in the loop; median of {Rounds} rounds, after one that the just-in-time compiler learns from. Durable: each result is in a SQLite journal (WAL, full sync, group commit) before the strategy goes on. The rival is Optuna 3.1, one trial at a time. Resume: loading the journal of {Long:N0} trials and replaying it.",
                [
                    Row("durable, against Optuna's SQLite", durable, Optuna.TrialsPerSecond("sqlite", 100), 100),
                    Row("durable, against Optuna's journal file", durable, Optuna.TrialsPerSecond("journal", 1_000), 10),
                    Row("in memory, against Optuna in memory", memory, Optuna.TrialsPerSecond("memory", 5_000), 50),
                    Row($"resumes of {Long:N0} trials, against one in 2 s", resume, 0.5, 1),
                ]);
        }
        finally
        {
            Directory.Delete(workspace, recursive: true);
        }
    }

    private static Dictionary<string, object> Row(string name, double rate, double? rival, double goal) => new()
    {
        ["case"] = name,
        ["per_second"] = rate,
        ["rival_per_second"] = rival ?? 0,
        ["ratio"] = rival is { } other ? rate / other : 0,
        ["goal"] = goal,
    };

    private static double Rate(string? workspace, int trials)
    {
        var parts = new InstantParts();
        var prepared = PreparedSearch.From(InstantParts.Spec(trials, Window), parts);
        var runner = Runner(workspace ?? Path.GetTempPath(), parts, NoObserver.Instance);
        var start = Stopwatch.GetTimestamp();
        var outcome = workspace is null
            ? runner.RunInMemoryAsync(prepared, new MemoryEventLog("instant"), CancellationToken.None)
            : runner.RunAsync(prepared, Origin, CancellationToken.None);
        outcome.Wait();
        return trials / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>How long it takes to load a search of twice as many trials, which is then stopped.</summary>
    private static TimeSpan Load(string workspace, long stopAt)
    {
        var parts = new InstantParts();
        using var observer = new StoppingObserver(stopAt);
        Runner(workspace, parts, observer)
            .RunAsync(PreparedSearch.From(InstantParts.Spec(2 * Long, Window), parts), Origin, observer.Stop).Wait();
        return observer.FirstHeard!.Value;
    }

    private static SearchRunner Runner(string workspace, IServices parts, ISearchObserver observer) => new(
        workspace, (spec, _) => new InProcessWorker(spec, parts), new RunSettings { Workers = Environment.ProcessorCount }, observer, TimeProvider.System);

    private static double Median(Func<int, double> measure) => Statistics.Median(Enumerable.Range(0, Rounds).Select(measure));
}
