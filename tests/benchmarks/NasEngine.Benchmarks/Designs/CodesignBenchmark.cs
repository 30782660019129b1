using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Benchmarks.FpNas;
using NasEngine.Contracts;
using NasEngine.Designs.Accelerators;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Benchmarks;
using NasEngine.Strategies.Sequential;

namespace NasEngine.Benchmarks.Designs;

/// <summary>
/// A network and its accelerator searched together, beside the two searched one after the other with as many trials, and the exact front.
/// <c>--seeds N</c> sets the number of searches, <c>--trials N</c> their trials.
/// </summary>
public sealed class CodesignBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "codesign";

    /// <inheritdoc/>
    public string Summary => "A network and its accelerator searched together, and one after the other.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--seeds", "number of searches", "20"),
        new("--trials", "trials of each", "1000"),
        BenchmarkOption.Table,
    ];

    /// <inheritdoc/>
    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var seeds = args.Number("--seeds");
        var trials = args.Number("--trials");
        var parts = PluginParts.Of(new AcceleratorsPlugin(), new BenchmarksPlugin(), new SequentialPlugin());
        using var searched = new CodesignCase(parts, SharedData.Find(args, "nasbench201.csv.gz"));
        var exact = searched.ExactFront();
        var reference = new DesignPoint(0.8, 10 * exact[^1].Milliseconds);
        var whole = Front.Hypervolume(exact, reference);
        (string How, Func<ulong, IEnumerable<DesignPoint>> Search)[] ways =
        [
            ("together", seed => searched.Together(trials, seed)),
            ("the most accurate network, then its array", seed => searched.NetworkThenArray(trials, seed)),
            ("an array for ResNet-18, then networks on it", seed => searched.ArrayThenNetworks(trials, seed)),
        ];
        return new BenchmarkReport(
            Name,
            string.Create(CultureInfo.InvariantCulture, $"Cells of NAS-Bench-201 on systolic arrays of 4 mm² at most: CIFAR-10 test accuracy against milliseconds an image, {trials} trials a search by nsga2, half of them for each of two. Hypervolume as a share of the exact front's ({exact.Count} designs, {exact[0].Milliseconds:0.000} ms at {exact[0].Accuracy:P2} to {exact[^1].Milliseconds:0.000} ms at {exact[^1].Accuracy:P2}), above 80 % accuracy and below ten times its slowest, over the logarithm of time; medians of {seeds} seeds."),
            [.. ways.Select(way => Row(way.How, [.. Enumerable.Range(1, seeds).Select(seed => Front.Of(way.Search((ulong)seed)))], reference, whole))]);
    }

    private static Dictionary<string, object> Row(string how, IReadOnlyList<DesignPoint>[] fronts, DesignPoint reference, double whole)
    {
        var shares = fronts.Select(front => Front.Hypervolume(front, reference) / whole).ToArray();
        return new()
        {
            ["searched"] = how,
            ["hypervolume"] = Statistics.Median(shares),
            ["least"] = shares.Min(),
            ["best accuracy"] = Statistics.Median(fronts.Select(front => front[^1].Accuracy)),
            ["at ms"] = Statistics.Median(fronts.Select(front => front[^1].Milliseconds)),
            ["ms at 93 %"] = Statistics.Median(fronts.Select(front => front.FirstOrDefault(point => point.Accuracy >= 0.93).Milliseconds)),
            ["designs"] = Statistics.Median(fronts.Select(front => (double)front.Count)),
        };
    }
}
