using System.Diagnostics;
using static TorchSharp.torch;

namespace NasEngine.Benchmarks.Torch;

/// <summary>Training steps here against PyTorch's in the same run, in alternating pairs, from the same seed.</summary>
public sealed class TorchBenchmark : IBenchmark
{
    private static readonly (string Name, int Steps)[] Workloads =
        [("mlp", 100), ("small cnn", 10), ("mobilenet v2", 2), ("single path", 10), ("controller", 10)];

    /// <inheritdoc/>
    public string Name => "torch";

    /// <inheritdoc/>
    public BenchmarkReport Run(string[] args)
    {
        var pairs = BenchmarkArguments.Number(args, "--pairs", 15);
        var threads = BenchmarkArguments.Number(args, "--threads", 1);
        set_num_threads(threads);
        using var rival = new Rival(threads);
        var rows = new List<IReadOnlyDictionary<string, object>>();
        var only = BenchmarkArguments.Text(args, "--only");
        foreach (var (name, steps) in Workloads.Where(workload => only is null || workload.Name == only))
        {
            bool[] formats = name is "mlp" or "controller" ? [false] : [false, true];
            foreach (var channelsLast in formats) rows.Add(Compare(rival, name, channelsLast, steps, pairs));
        }

        return new BenchmarkReport(
            Name,
            $"Seconds of a training step here and in PyTorch {__version__}: {pairs} alternating pairs, {threads} thread(s). The ratio is the " +
            "median over the pairs of ours to PyTorch's; less is faster. Transitions are calls into the native library per operator called.",
            rows);
    }

    private static Dictionary<string, object> Compare(Rival rival, string name, bool channelsLast, int steps, int pairs)
    {
        var ours = new Workload(name, channelsLast);
        rival.Make(name, channelsLast);
        var losses = Enumerable.Range(0, steps).Select(_ => ours.Step()).ToArray();
        var difference = losses.Zip(rival.Run(steps).Losses, (a, b) => Math.Abs(a - b)).Max();
        var (mine, theirs) = (new double[pairs], new double[pairs]);
        var (operators, releases) = Transitions.Read();
        for (var i = 0; i < pairs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var step = 0; step < steps; step++) ours.Step();
            mine[i] = Stopwatch.GetElapsedTime(start).TotalSeconds / steps;
            theirs[i] = rival.Run(steps).Seconds / steps;
        }

        var (operatorsAfter, releasesAfter) = Transitions.Read();
        operators = operatorsAfter - operators;
        releases = releasesAfter - releases;
        return new Dictionary<string, object>
        {
            ["network"] = name, ["format"] = channelsLast ? "channels_last" : "contiguous",
            ["ms"] = BenchmarkArguments.Median(mine) * 1e3, ["pytorch ms"] = BenchmarkArguments.Median(theirs) * 1e3,
            ["ratio"] = BenchmarkArguments.Median(mine.Zip(theirs, (a, b) => a / b)), ["largest loss difference"] = (double)difference,
            ["operators per step"] = operators / (double)(pairs * steps), ["transitions per operator"] = (operators + releases) / (double)Math.Max(operators, 1),
        };
    }
}
