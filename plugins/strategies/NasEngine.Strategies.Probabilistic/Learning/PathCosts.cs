using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>Costs of the paths of one step.</summary>
/// <param name="Values">By metric as <see cref="Watched"/> lists them, then by path.</param>
internal sealed record PathCosts(ImmutableArray<double[]> Values)
{
    /// <summary>The costs worth watching: those with a target first, and multiply-adds always.</summary>
    public static ImmutableArray<string> Watched(IObjective objective) =>
        [.. objective.Targets.Select(target => target.Metric).Append(MetricNames.Macs).Distinct()];

    /// <summary>Asks the cost model once for each watched metric of each path.</summary>
    public static PathCosts Of(ImmutableArray<Architecture> paths, StrategySetup setup) => new(
        [.. Watched(setup.Objective).Select(metric => paths.Select(path => setup.Costs.Cost(metric, path)).ToArray())]);

    /// <summary>Mean over the paths, by metric: an estimate of the expected cost.</summary>
    public ImmutableArray<double> Means() => [.. Values.Select(costs => costs.Average())];

    /// <summary>Cost over target of each path, by target and then by path.</summary>
    public ImmutableArray<double[]> Shares(ImmutableArray<CostTarget> targets)
    {
        var metrics = targets.Select(target => target.Metric).Distinct().ToArray();
        return [.. targets.Select(target => Values[Array.IndexOf(metrics, target.Metric)].Select(cost => cost / target.Value).ToArray())];
    }

    /// <summary>
    /// C(A) = Σ max(0, cost/target − 1) of each path: 0 at or under every target (FP-NAS, arXiv 2011.10949).
    /// </summary>
    public double[] Excesses(ImmutableArray<CostTarget> targets)
    {
        var excesses = new double[Values[0].Length];
        foreach (var shares in Shares(targets))
        {
            for (var k = 0; k < excesses.Length; k++)
            {
                excesses[k] += Math.Max(0, shares[k] - 1);
            }
        }

        return excesses;
    }
}
