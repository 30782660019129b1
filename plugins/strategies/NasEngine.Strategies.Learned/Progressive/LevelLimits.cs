using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned;

/// <summary>The objective's limits on costs that are known before a network runs, as a search by levels keeps to them.</summary>
internal sealed class LevelLimits(StrategySetup setup)
{
    private readonly Constraint[] _known = [.. setup.Objective.Constraints.IsDefault
        ? []
        : setup.Objective.Constraints.Where(limit => setup.Costs.Knows(limit.Metric))];

    /// <summary>Whether a network keeps to the limits from above, and on the last level to those from below too.</summary>
    public bool Allow(Architecture architecture, bool isLast) => _known.All(limit =>
        (limit.Direction == Direction.Maximize && !isLast)
        || limit.Excess(new Dictionary<string, double> { [limit.Metric] = setup.Costs.Cost(limit.Metric, architecture) }) == 0);
}
