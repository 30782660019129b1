using System.Diagnostics;
using static TorchSharp.torch;

namespace NasEngine.Benchmarks.Torch;

/// <summary>Training steps here against PyTorch's in the same run, in alternating pairs, from the same seed.</summary>
public sealed class TorchBenchmark : IBenchmark
{
    private static readonly Dictionary<string, int> Steps = new()
    {
        ["mlp"] = 100, ["small cnn"] = 10, ["mobilenet v2"] = 2, ["single path"] = 10, ["controller"] = 10,
    };

    private static IEnumerable<(string Network, bool ChannelsLast)> Rows =>
        Steps.Keys.SelectMany(name => name is "mlp" or "controller" ? [(name, false)] : new[] { (name, false), (name, true) });

    /// <inheritdoc/>
    public string Name => "torch";

    /// <inheritdoc/>
    public string Summary => "Training steps against PyTorch's.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--pairs", "alternating pairs", "15"),
        new("--threads", "threads of both", "1"),
        new("--only", "one of the networks"),
        new("--channels-last", "that network in this format") { IsSwitch = true },
    ];

    /// <inheritdoc/>
    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var pairs = args.Number("--pairs");
        var threads = args.Number("--threads");
        return new BenchmarkReport(
            Name,
            $"Milliseconds of a training step by the engine on libtorch {__version__} and by PyTorch 1.13, which its user starts without settings: {pairs} " +
            $"alternating pairs, {threads} thread(s), each network in processes of its own on both sides, the same first weights and batch. The ratio is the " +
            "median over the pairs of ours to PyTorch's; less is faster. The loss difference is the largest of the first steps, as many as a pair has.",
            args.Has("--only")
                ? [Compare(args.Text("--only"), args.Has("--channels-last"), pairs, threads)]
                : [.. Rows.SelectMany(row => OwnProcess.Rows([Name, .. args.All, "--only", row.Network, .. row.ChannelsLast ? ["--channels-last"] : Array.Empty<string>()]))]);
    }

    private static Dictionary<string, object> Compare(string name, bool channelsLast, int pairs, int threads)
    {
        set_num_threads(threads);
        using var rival = new Rival(threads);
        var steps = Steps[name];
        var ours = new Workload(name, channelsLast);
        rival.Make(name, channelsLast);
        var losses = Enumerable.Range(0, steps).Select(_ => ours.Step()).ToArray();
        var difference = losses.Zip(rival.Run(steps).Losses, (a, b) => Math.Abs(a - b)).Max();
        var (mine, theirs) = (new double[pairs], new double[pairs]);
        for (var i = 0; i < pairs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var step = 0; step < steps; step++) ours.Step();
            mine[i] = Stopwatch.GetElapsedTime(start).TotalSeconds / steps;
            theirs[i] = rival.Run(steps).Seconds / steps;
        }

        return new Dictionary<string, object>
        {
            ["network"] = name, ["format"] = channelsLast ? "channels_last" : "contiguous",
            ["ms"] = Statistics.Median(mine) * 1e3, ["pytorch ms"] = Statistics.Median(theirs) * 1e3,
            ["ratio"] = Statistics.Median(mine.Zip(theirs, (a, b) => a / b)), ["largest loss difference"] = (double)difference,
        };
    }
}
