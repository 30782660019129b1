using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Probabilistic;

namespace NasEngine.Benchmarks.FpNas;

/// <summary>Runs a probabilistic strategy against measurements that come at once.</summary>
internal sealed class Simulation(ISearchSpace space, int steps, Func<Candidate, Measurement> measure)
{
    public const int Seeds = 10;

    private static readonly PluginParts Parts = PluginParts.Of(new ProbabilisticPlugin());

    /// <summary>One search: the architecture it ends with, the samples validated on the way, the entropy left.</summary>
    public (Architecture Best, long Samples, double Entropy) Run(string strategy, object options, int seed)
    {
        var setup = new StrategySetup(space, new NoCosts(space), new Objective(MetricNames.ValidationAccuracy, []), new Budget(steps));
        var run = new StrategyRun(Parts.Strategy(strategy, setup, options), (ulong)seed, 1, measure).Advance(steps);
        return (
            run.Strategy.Recommend(1)[0],
            run.Candidates.Sum(candidate => (long)((SupernetStep)candidate.Work).Validate.Length),
            run.Strategy.Status.Scalars["entropy"]);
    }

    private sealed class NoCosts(ISearchSpace space) : ICostModel
    {
        public ImmutableArray<CostMetric> Metrics => [CostMetric.Counted(MetricNames.Macs)];

        public double Cost(string metric, Architecture architecture) => 0;

        public MixtureCost Cost(string metric, Mixture mixture) => ExpectedCost.Of(space, mixture, _ => 0);
    }
}
