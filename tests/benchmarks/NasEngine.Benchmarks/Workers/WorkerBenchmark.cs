using System.Diagnostics;
using NasEngine.Faults;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Benchmarks.Workers;

/// <summary>What a warm worker process costs per job, when the job itself takes no time.</summary>
public sealed class WorkerBenchmark : IBenchmark
{
    private const int Warm = 500;
    private const int Jobs = 5_000;
    private const double GoalMilliseconds = 2;

    public string Name => "worker";

    public string Summary => "What a warm worker process costs per job.";

    public BenchmarkReport Run(BenchmarkArguments args) => new(
        Name,
        $"Time from assigning a candidate to a warm worker process until its result is there, over {Jobs:N0} candidates that take no time themselves. The ratio is that of the goal to the median.",
        [Row("candidate: trained and measured", MeasureAsync().GetAwaiter().GetResult())]);

    private static async Task<double[]> MeasureAsync()
    {
        await using var worker = RealWorker.Create(milliseconds: 0, TimeProvider.System);
        await worker.StartAsync(null, CancellationToken.None).ConfigureAwait(false);
        var times = new List<double>();
        for (var number = 0; number < Warm + Jobs; number++)
        {
            var candidate = RealWorker.Candidate(number);
            times.Add(await TimeAsync(() => worker.TrainAndEvaluateAsync(
                WorkerRole.Search, candidate, RealWorker.NoProgress.Instance, CancellationToken.None)).ConfigureAwait(false));
        }

        return [.. times.Skip(Warm)];
    }

    private static async Task<double> TimeAsync(Func<Task> job)
    {
        var start = Stopwatch.GetTimestamp();
        await job().ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static Dictionary<string, object> Row(string name, double[] milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        var median = Statistics.Median(sorted);
        return new()
        {
            ["job"] = name,
            ["median_ms"] = median,
            ["mean_ms"] = sorted.Average(),
            ["p99_ms"] = sorted[sorted.Length * 99 / 100],
            ["goal_ms"] = GoalMilliseconds,
            ["ratio"] = GoalMilliseconds / median,
        };
    }
}
