using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Benchmarks;

namespace NasEngine.Benchmarks.FpNas;

/// <summary>Adaptive sampling against fixed numbers of samples, simulated on the NAS-Bench-201 table.</summary>
public sealed class FpNasBenchmark : IBenchmark
{
    private const int Steps = 600;

    private static readonly (string Case, string Strategy, object Options)[] Cases =
    [
        ("PARSEC, K = 14", "parsec", new { Samples = 14 }),
        ("PARSEC, K = 6", "parsec", new { Samples = 6 }),
        ("PARSEC, K = 4", "parsec", new { Samples = 4 }),
        ("FP-NAS, λ = 2, K ≥ 4", "fp-nas", new { Lambda = 2.0, MinSamples = 4 }),
        ("PARSEC, K = 14, no baseline, loss × 16", "parsec", new { Samples = 14, Baseline = false, LossScale = 16 }),
        ("PARSEC, K = 6, no baseline, loss × 16", "parsec", new { Samples = 6, Baseline = false, LossScale = 16 }),
        ("FP-NAS, λ = 2, K ≥ 4, no baseline, loss × 16", "fp-nas", new { Lambda = 2.0, MinSamples = 4, Baseline = false, LossScale = 16 }),
        ("FP-NAS, λ = 2, K ≥ 4, no baseline", "fp-nas", new { Lambda = 2.0, MinSamples = 4, Baseline = false }),
    ];

    public string Name => "fpnas";

    public string Summary => "Adaptive against fixed numbers of samples, simulated on NAS-Bench-201.";

    public IReadOnlyList<BenchmarkOption> Options => [BenchmarkOption.Table];

    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var parts = PluginParts.Of(new BenchmarksPlugin());
        var space = parts.Space("nasbench201");
        using var table = parts.Create<IEstimator, EstimatorSetup>(
            new ComponentSpec("table", OptionBag.From(new { Table = SharedData.Find(args, "nasbench201.csv.gz") })),
            new EstimatorSetup(space, null, 0, "cpu", 1, parts));
        var simulation = new Simulation(space, Steps, candidate => table.Evaluate(candidate, NoProgress.Instance, default));
        var results = Cases.Select(one => (one.Case, Runs: Enumerable.Range(1, Simulation.Seeds)
            .Select(seed => simulation.Run(one.Strategy, one.Options, seed)).ToArray())).ToArray();
        var rival = results[0].Runs.Average(run => run.Samples);
        return new BenchmarkReport(
            Name,
            $"NAS-Bench-201, CIFAR-10: {Steps} steps on simulated losses (−log of the table's validation accuracy), mean of {Simulation.Seeds} seeds. Samples are validated paths; ratio is K = 14's samples over these; accuracies are the table's test accuracy of the mode in percent (the best there is has 94.37).",
            [.. results.Select(result => Row(result.Case, result.Runs, rival, best => TestAccuracy(table, best)))]);
    }

    private static Dictionary<string, object> Row(
        string name, (Architecture Best, long Samples, double Entropy)[] runs, double rival, Func<Architecture, double> accuracy)
    {
        var samples = runs.Average(run => run.Samples);
        return new Dictionary<string, object>
        {
            ["case"] = name,
            ["samples"] = samples,
            ["ratio"] = rival / samples,
            ["test_accuracy"] = runs.Average(run => accuracy(run.Best)),
            ["worst"] = runs.Min(run => accuracy(run.Best)),
            ["entropy_left"] = runs.Average(run => run.Entropy),
        };
    }

    private static double TestAccuracy(IEstimator table, Architecture architecture) => 100 * table
        .Evaluate(new Candidate(0, new Trial(architecture, Fidelity.Full)), NoProgress.Instance, default)
        .Metrics[MetricNames.TestAccuracy];
}
