using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Evolution;

/// <summary>The limits of an objective on costs that are known before a network runs.</summary>
internal sealed class KnownLimits
{
    private readonly ICostModel _costs;
    private readonly ImmutableArray<Constraint> _limits;
    private readonly ImmutableArray<string> _metrics;

    /// <summary>Those of a search.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public KnownLimits(StrategySetup setup)
    {
        _costs = setup.Costs;
        _limits = [.. setup.Objective.Constraints.Where(limit => _costs.Knows(limit.Metric))];
        _metrics = [.. _limits.Select(limit => limit.Metric).Distinct()];
        if (_limits.IsEmpty)
        {
            throw new InputException(
                "Strategy 'random' is to propose only what is feasible, and the objective has no limit on a cost that is known before a "
                + "network runs; give it one, e.g. .Under(Macs(3e6)), or leave out feasible.");
        }
    }

    /// <summary>Whether an architecture keeps to all of them.</summary>
    public bool Allow(Architecture architecture)
    {
        var costs = _metrics.ToDictionary(metric => metric, metric => _costs.Cost(metric, architecture));
        return _limits.All(limit => limit.Excess(costs) == 0);
    }
}
