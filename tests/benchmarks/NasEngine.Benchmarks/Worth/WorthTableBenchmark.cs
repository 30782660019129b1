using NasEngine.Benchmarks.FpNas;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Benchmarks;
using NasEngine.Strategies.Evolution;
using NasEngine.Strategies.Probabilistic;

namespace NasEngine.Benchmarks.Worth;

/// <summary>At which percentile of NAS-Bench-201 stands what a strategy finds after a few evaluations.</summary>
public sealed class WorthTableBenchmark : IBenchmark
{
    private const int Seeds = 100;

    private static readonly int[] Evaluations = [50, 100, 200];

    private static readonly (string Case, string Strategy, object? Options)[] Cases =
    [
        ("random", "random", null),
        ("regularized-evolution, 20 live, 5 compete", "regularized-evolution", new { Population = 20, Sample = 5 }),
        ("local-search", "local-search", null),
        ("local-search, all neighbours", "local-search", new { FirstBetter = false }),
        ("parsec, K = 4", "parsec", new { Samples = 4, LearningRate = 0.3 }),
        ("fp-nas, λ = 1, K ≥ 4", "fp-nas", new { Lambda = 1.0, LearningRate = 0.3 }),
    ];

    /// <inheritdoc/>
    public string Name => "worth-table";

    /// <inheritdoc/>
    public string Summary => "At which percentile of NAS-Bench-201 stands what a strategy finds.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options => [BenchmarkOption.Table];

    /// <inheritdoc/>
    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var parts = PluginParts.Of(new BenchmarksPlugin(), new EvolutionPlugin(), new ProbabilisticPlugin());
        var space = parts.Space("nasbench201");
        using var table = parts.Create<IEstimator, EstimatorSetup>(
            new ComponentSpec("table", OptionBag.From(new { Table = SharedData.Find(args, "nasbench201.csv.gz") })),
            new EstimatorSetup(space, null, 0, "cpu", 1, parts));
        var accuracies = space.Decisions.Enumerate().Select(architecture => Test(table, architecture)).Order().ToArray();
        return new BenchmarkReport(
            Name,
            $"NAS-Bench-201, CIFAR-10: percentile, by test accuracy among all {accuracies.Length:N0} architectures, of what a strategy holds for the best after so many evaluations: for trials the best validation accuracy, for fp-nas and parsec, an evaluation being a validated path of a step (−log of the table's validation accuracy as its loss), the mode. Mean over {Seeds} seeds, and the worst tenth of them.",
            [.. Cases.SelectMany(one => Evaluations.Select(count => Row(one, count, seed =>
                Percentile(accuracies, Test(table, Found(parts, space, table, one.Strategy, one.Options, count, seed))))))]);
    }

    private static Dictionary<string, object> Row((string Case, string Strategy, object? Options) one, int count, Func<ulong, double> percentile)
    {
        var found = Enumerable.Range(1, Seeds).Select(seed => percentile((ulong)seed)).Order().ToArray();
        return new()
        {
            ["strategy"] = one.Case,
            ["evaluations"] = count,
            ["mean percentile"] = found.Average(),
            ["worst tenth"] = found[Seeds / 10],
        };
    }

    private static Architecture Found(
        PluginParts parts, ISearchSpace space, IEstimator table, string id, object? options, int evaluations, ulong seed)
    {
        var setup = new StrategySetup(space, new CountedCosts(space), new Objective(MetricNames.ValidationAccuracy, []), new Budget(evaluations)) { Seed = seed };
        var strategy = parts.Strategy(id, setup, options);
        var best = (Architecture: (Architecture?)null, Score: double.NegativeInfinity);
        var spent = 0;
        for (long number = 0; spent < evaluations; number++)
        {
            var candidate = new Candidate(number, strategy.Propose(new ProposalContext(number, seed, []))!);
            var measurement = table.Evaluate(candidate, NoProgress.Instance, default);
            strategy.Observe(new Observation(candidate, measurement, seed));
            spent += candidate.Work is SupernetStep step ? step.Validate.Length : 1;
            if (candidate.Work is Trial trial && measurement.Metrics[MetricNames.ValidationAccuracy] > best.Score)
            {
                best = (trial.Architecture, measurement.Metrics[MetricNames.ValidationAccuracy]);
            }
        }

        return best.Architecture ?? strategy.Recommend(1)[0];
    }

    private static double Percentile(double[] sorted, double value)
    {
        var below = sorted.TakeWhile(one => one < value).Count();
        var same = sorted.Skip(below).TakeWhile(one => one == value).Count();
        return 100 * (below + (same / 2.0)) / sorted.Length;
    }

    private static double Test(IEstimator table, Architecture architecture) => table
        .Evaluate(new Candidate(0, new Trial(architecture, Fidelity.Full)), NoProgress.Instance, default)
        .Metrics[MetricNames.TestAccuracy];
}
