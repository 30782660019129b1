using System.Globalization;
using NasEngine.Benchmarks.FpNas;
using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Mobile;
using NasEngine.Strategies.Relaxed;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>How near TF-NAS comes to a latency on its authors' processor, with and without elasticity-scaling.</summary>
internal sealed class TfNasTable : IBenchmarkTable
{
    private const string File = "tfnas_latency_cpu.json.gz";
    private const string Latency = "latency_ms";

    /// <inheritdoc/>
    public string Name => "tfnas";

    /// <inheritdoc/>
    public string Summary =>
        "TF-NAS at five latencies of its authors' published processor table, on the paper's space: what it recommends against the target, "
        + "with elasticity-scaling (section 3.4) and without. Losses are a formula that favours late choices, since what is asked is the "
        + "distance from the target alone. Samples are paths and mixtures that steps ran; seconds are those of the processor; there is no "
        + "accuracy.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--steps", "steps of each search", "900"),
        BenchmarkOption.Seeds("1,2,3,4,5"),
        BenchmarkOption.Table,
    ];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(BenchmarkArguments args)
    {
        var table = SharedData.Find(args, File);
        var steps = args.Number("--steps");
        return
            from elastic in new[] { true, false }
            from target in new[] { 30.0, 40, 50, 60, 70 }
            from seed in args.Numbers("--seeds")
            select new BenchmarkCase(
                string.Create(CultureInfo.InvariantCulture, $"{elastic} {target} {seed} {steps}"), () => Row(table, elastic, target, seed, steps));
    }

    private static Dictionary<string, object> Row(string table, bool elastic, double target, int seed, int steps)
    {
        var parts = PluginParts.Of(new MobilePlugin(), new NetworksPlugin(), new RelaxedPlugin());
        var space = parts.Space("tf-nas");
        var costs = parts.Create<ICostModel, CostModelSetup>(
            new ComponentSpec(LatencyTable.CostsId, OptionBag.From(new { Table = table })), new CostModelSetup(space, "cpu"));
        var setup = new StrategySetup(
            space, costs, new Objective(MetricNames.ValidationAccuracy, []).Under(Latency, target), new Budget(steps)) { Seed = (ulong)seed };
        var strategy = parts.Strategy("tf-nas", setup, new { ElasticityScaling = elastic });
        var run = new StrategyRun(strategy, (ulong)seed, 1, candidate => ToyEstimator.Measure(candidate, space));
        var seconds = SimulatedSearch.Seconds(() => run.Advance(steps));
        var found = costs.Cost(Latency, strategy.Recommend(1)[0]);
        return new()
        {
            ["method"] = elastic ? "tf-nas" : "tf-nas, widths as they are",
            ["seed"] = seed,
            ["target_ms"] = target,
            ["latency_ms"] = found,
            ["gap_ms"] = found - target,
            ["relative_gap"] = Math.Abs(found - target) / target,
            ["expected_ms"] = strategy.Status.Scalars["expected_" + Latency],
            ["samples"] = SimulatedSearch.Samples(run),
            ["seconds"] = seconds,
            ["test_accuracy"] = "",
        };
    }
}
