using NasEngine.Benchmarks.FpNas;
using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Mobile;
using NasEngine.Strategies.Relaxed;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>TF-NAS aiming at latencies of a table, its losses a formula that favours late choices.</summary>
internal sealed class TfNasTargets
{
    private const string Latency = "latency_ms";

    private const int Draws = 1000;

    private readonly PluginParts _parts = PluginParts.Of(new MobilePlugin(), new NetworksPlugin(), new RelaxedPlugin());
    private readonly ISearchSpace _space;
    private readonly ICostModel _costs;

    /// <param name="table">File of the latency table.</param>
    /// <param name="space">Options of the space.</param>
    public TfNasTargets(string table, object? space)
    {
        _space = _parts.Space("tf-nas", space);
        _costs = _parts.Create<ICostModel, CostModelSetup>(
            new ComponentSpec(LatencyTable.CostsId, OptionBag.From(new { Table = table })), new CostModelSetup(_space, "cpu"));
    }

    /// <summary>The latency that a share of a thousand random architectures do not exceed.</summary>
    public double Quantile(double share) => Enumerable.Range(0, Draws)
        .Select(draw => _costs.Cost(Latency, _space.Decisions.Sample(RandomSource.For(0, draw, "targets")))).Order().ElementAt((int)(share * Draws));

    /// <summary>What a search that aims at a latency recommends.</summary>
    public Dictionary<string, object> Row(bool elastic, double target, int seed, int steps)
    {
        var setup = new StrategySetup(
            _space, _costs, new Objective(MetricNames.ValidationAccuracy, []).Under(Latency, target), new Budget(steps)) { Seed = (ulong)seed };
        var strategy = _parts.Strategy("tf-nas", setup, new { ElasticityScaling = elastic });
        var run = new StrategyRun(strategy, (ulong)seed, 1, candidate => ToyEstimator.Measure(candidate, _space));
        var seconds = SimulatedSearch.Seconds(() => run.Advance(steps));
        var found = _costs.Cost(Latency, strategy.Recommend(1)[0]);
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
