using System.Globalization;
using NasEngine.Benchmarks.FpNas;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Benchmarks;
using NasEngine.Strategies.Evolution;
using NasEngine.Strategies.Sequential;

namespace NasEngine.Benchmarks.Strategies;

/// <summary>
/// How much of the Pareto front of accuracy and a phone's latency is found on NAS-Bench-201 after so many trials. <c>--seeds N</c> sets the
/// number of searches.
/// </summary>
public sealed class ParetoBenchmark : IBenchmark
{
    private const int Seeds = 100;

    private static readonly int[] Evaluations = [100, 200, 400];

    private static readonly (string Label, string Strategy, object? Options)[] Cases =
    [
        ("random", "random", new { Unique = true }),
        ("tpe, for accuracy alone", "tpe", null),
        ("nsga2, population 20", "nsga2", new { Population = 20 }),
        ("nsga2, population 50", "nsga2", new { Population = 50 }),
        ("nsga2, population 100", "nsga2", null),
    ];

    /// <inheritdoc/>
    public string Name => "pareto";

    /// <inheritdoc/>
    public string Summary => "How much of the front of accuracy and latency is found on NAS-Bench-201.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--seeds", "number of searches", "100"),
        BenchmarkOption.Table,
    ];

    /// <inheritdoc/>
    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var parts = PluginParts.Of(new BenchmarksPlugin(), new EvolutionPlugin(), new SequentialPlugin());
        var space = parts.Space("nasbench201");
        using var table = parts.Create<IEstimator, EstimatorSetup>(
            new ComponentSpec("table", OptionBag.From(new { Table = SharedData.Find(args, "nasbench201.csv.gz") })),
            new EstimatorSetup(space, null, 0, "cpu", 1, parts));
        var all = space.Decisions.Enumerate().Select(one => Point(table, one)).Where(point => double.IsFinite(point.Latency)).ToArray();
        var reference = (Accuracy: all.Select(point => point.Accuracy).Order().ElementAt(all.Length / 2), Latency: all.Max(point => point.Latency));
        var seeds = args.Number("--seeds");
        return new BenchmarkReport(
            Name,
            string.Create(CultureInfo.InvariantCulture, $"Hypervolume of what trials found on NAS-Bench-201 by CIFAR-10 validation accuracy and the Pixel 3's latency, as a share of that of the whole table ({all.Length:N0} architectures with a latency), above its median accuracy ({reference.Accuracy:P2}) and below its largest latency ({reference.Latency:0.0} ms): median and worst tenth over the seeds."),
            [.. Cases.SelectMany(one => Rows(one, parts, space, table, all, reference, seeds))]);
    }

    private static IEnumerable<Dictionary<string, object>> Rows(
        (string Label, string Strategy, object? Options) one,
        PluginParts parts,
        ISearchSpace space,
        IEstimator table,
        (double Accuracy, double Latency)[] all,
        (double Accuracy, double Latency) reference,
        int seeds)
    {
        var whole = Hypervolume(all, reference);
        var found = Enumerable.Range(1, seeds).Select(seed => Search(one.Strategy, one.Options, parts, space, table, (ulong)seed)).ToArray();
        foreach (var count in Evaluations)
        {
            var shares = found.Select(points => Hypervolume(points.Take(count), reference) / whole).Order().ToArray();
            yield return new()
            {
                ["table"] = "nasbench201",
                ["strategy"] = one.Label,
                ["evaluations"] = count,
                ["hypervolume"] = Statistics.Median(shares),
                ["worst tenth"] = shares[seeds / 10],
                ["seeds"] = seeds,
            };
        }
    }

    private static List<(double Accuracy, double Latency)> Search(
        string id, object? options, PluginParts parts, ISearchSpace space, IEstimator table, ulong seed)
    {
        var objective = new Objective(MetricNames.ValidationAccuracy, []).Against(MetricNames.Latency);
        var setup = new StrategySetup(space, new CountedCosts(space), objective, new Budget(Evaluations[^1])) { Seed = seed };
        var strategy = parts.Strategy(id, setup, options);
        var points = new List<(double Accuracy, double Latency)>();
        for (var number = 0; number < Evaluations[^1]; number++)
        {
            var candidate = new Candidate(number, strategy.Propose(new ProposalContext(number, seed, []))!);
            strategy.Observe(new Observation(candidate, table.Evaluate(candidate, NoProgress.Instance, default), seed));
            points.Add(Point(table, ((Trial)candidate.Work).Architecture));
        }

        return points;
    }

    private static (double Accuracy, double Latency) Point(IEstimator table, Architecture architecture)
    {
        var metrics = table.Evaluate(new Candidate(0, new Trial(architecture, Fidelity.Full)), NoProgress.Instance, default).Metrics;
        return (metrics[MetricNames.ValidationAccuracy], metrics.GetValueOrDefault(MetricNames.Latency, double.NaN));
    }

    /// <summary>The area that points dominate within a reference point: strips from the fastest to the slowest.</summary>
    private static double Hypervolume(IEnumerable<(double Accuracy, double Latency)> points, (double Accuracy, double Latency) reference)
    {
        var inside = points.Where(point => point.Accuracy > reference.Accuracy && point.Latency < reference.Latency)
            .OrderBy(point => point.Latency).ToArray();
        var (area, best) = (0.0, 0.0);
        for (var i = 0; i < inside.Length; i++)
        {
            best = Math.Max(best, inside[i].Accuracy - reference.Accuracy);
            area += best * ((i + 1 < inside.Length ? inside[i + 1].Latency : reference.Latency) - inside[i].Latency);
        }

        return area;
    }
}
