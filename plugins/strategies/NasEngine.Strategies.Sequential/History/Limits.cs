using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// The limits of the objective: those on costs that are known before a network runs, which proposals keep to, and those on what only
/// a trial measures, which are modelled.
/// </summary>
internal sealed class Limits
{
    private readonly StrategySetup _setup;

    /// <summary>Those of a search.</summary>
    public Limits(StrategySetup setup)
    {
        _setup = setup;
        ImmutableArray<Constraint> all = setup.Objective.Constraints.IsDefault ? [] : setup.Objective.Constraints;
        Known = [.. all.Where(limit => setup.Costs.Knows(limit.Metric))];
        Measured = [.. all.Where(limit => !setup.Costs.Knows(limit.Metric))];
    }

    /// <summary>On costs that are known beforehand.</summary>
    public ImmutableArray<Constraint> Known { get; }

    /// <summary>On what only a trial measures.</summary>
    public ImmutableArray<Constraint> Measured { get; }

    /// <summary>By how much an architecture misses the known ones, the sum of the shares.</summary>
    public double Violation(Architecture architecture) => Known.IsEmpty ? 0 : _setup.Predict(architecture).Violation;

    /// <summary>What came of a trial with these values, none where it failed.</summary>
    public Outcome Outcome(Architecture canonical, Measurement measurement, ImmutableArray<double> values)
    {
        var metrics = measurement.Metrics;
        foreach (var limit in Known.Where(limit => !measurement.Metrics.ContainsKey(limit.Metric)))
        {
            metrics = metrics.SetItem(limit.Metric, _setup.Costs.Cost(limit.Metric, canonical));
        }

        return new Outcome(
            canonical,
            values,
            measurement.Failure is null ? Feasibility.Of(_setup.Objective, metrics).Violation : 0,
            [.. Measured.Select(limit => Slack(limit, metrics))],
            measurement.Failure is null or { Kind: FailureKind.BadArchitecture or FailureKind.NotANumber });
    }

    private static double Slack(Constraint limit, ImmutableSortedDictionary<string, double> metrics) =>
        !metrics.TryGetValue(limit.Metric, out var value) ? double.PositiveInfinity
        : (limit.Direction == Direction.Minimize ? value - limit.Limit : limit.Limit - value) / Math.Abs(limit.Limit);
}
