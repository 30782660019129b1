using System.Globalization;
using NasEngine.Benchmarks.FpNas;
using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Benchmarks;

namespace NasEngine.Benchmarks.Strategies;

/// <summary>
/// How zero-cost proxies rank cells of NAS-Bench-201: our scores of our networks, and the published scores, against the published
/// accuracies. <c>--cells N</c> sets how many cells, <c>--batch N</c> the images that proxies look at.
/// </summary>
public sealed class ProxiesBenchmark : IBenchmark
{
    private const string Counted = "multiply-adds";
    private const string None = "";

    private static readonly string[] Published = ["jacob_cov", "naswot", "synflow"];

    /// <inheritdoc/>
    public string Name => "proxies";

    /// <inheritdoc/>
    public string Summary => "How zero-cost proxies rank cells of NAS-Bench-201.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--cells", "cells", "500"),
        new("--batch", "images that proxies look at", "64"),
        BenchmarkOption.Table,
    ];

    /// <inheritdoc/>
    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var (count, batch) = (args.Number("--cells"), args.Number("--batch"));
        var parts = PluginParts.Of(new BenchmarksPlugin(), new NetworksPlugin());
        var space = parts.Space(new ComponentSpec("nasbench201", OptionBag.From(new { Scale = "mini", Channels = 16, Cells = 1 })));
        var rows = SharedData.Rows(args, "nasbench201.csv.gz").Where(row => row["macs_m"].Length > 0).ToArray();
        RandomSource.For(1, 0, "cells").Shuffle<Dictionary<string, string>>(rows);
        var cells = rows.Take(count).ToArray();
        var accuracies = cells.Select(row => row["cifar10_test_acc_seeds"].Split(';').Average(Number)).ToArray();
        var scores = Scores(parts, space, [.. cells.Select(row => space.Parse(row["arch_str"]))], batch);
        return new BenchmarkReport(
            Name,
            $"Zero-cost proxies on {cells.Length} random cells of NAS-Bench-201 whose networks are whole: Spearman's rank correlation with the published test accuracy on CIFAR-10. Ours are scores of fresh networks of 16 channels and one cell a stage, by a batch of {batch} images of Fashion-MNIST; the published ones are of the networks of five cells a stage, by CIFAR-10. The last column correlates the two scores.",
            [
                .. scores.Keys.Select(name => Row(name, scores[name], Published.Contains(name) ? [.. cells.Select(row => Number(row[name]))] : null, accuracies)),
                Row(Counted, [.. cells.Select(row => space.Cost(space.Parse(row["arch_str"])).Macs)], [.. cells.Select(row => Number(row["macs_m"]))], accuracies),
            ]);
    }

    private static SortedDictionary<string, double[]> Scores(PluginParts parts, ISearchSpace space, Architecture[] cells, int batch)
    {
        var data = parts.Create<IDataset, NoSetup>("fashion-mnist", NoSetup.Value);
        using var estimator = parts.Create<IEstimator, EstimatorSetup>(
            new ComponentSpec("zero-cost", OptionBag.From(new { BatchSize = batch })), new EstimatorSetup(space, data, 7, "cpu", 1, parts));
        var measured = new Measurement[cells.Length];
        Parallel.For(0, cells.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, cell =>
            measured[cell] = estimator.Evaluate(new Candidate(cell, new Trial(cells[cell], Fidelity.Full)), NoProgress.Instance, default));
        var names = measured.SelectMany(one => one.Metrics.Keys).Distinct();
        return new(names.ToDictionary(name => name, name => measured.Select(one => one.Metrics.GetValueOrDefault(name, double.NaN)).ToArray()));
    }

    private static Dictionary<string, object> Row(string name, double[] ours, double[]? published, double[] accuracies) => new()
    {
        ["proxy"] = name,
        ["scored"] = ours.Count(double.IsFinite),
        ["ours"] = Spearman(ours, accuracies),
        ["published"] = published is null ? None : Spearman(published, accuracies),
        ["ours with published"] = published is null ? None : Spearman(ours, published),
    };

    /// <summary>Over the cells that both sides have a number for.</summary>
    private static double Spearman(double[] one, double[] other)
    {
        var both = one.Zip(other).Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second)).ToArray();
        return RankCorrelation.Of([.. both.Select(pair => pair.First)], [.. both.Select(pair => pair.Second)]) ?? double.NaN;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
