using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// A strategy for the Pareto front of the objective's axes. It recommends the front of what keeps to all limits, the best on the first
/// axis before the others; with one axis the engine ranks.
/// </summary>
/// <param name="id">Its id.</param>
/// <param name="initial">Architectures that are drawn before the first is chosen.</param>
/// <param name="setup">What it is made with.</param>
internal abstract class FrontStrategy(string id, int initial, StrategySetup setup) : SequentialStrategy(id, initial, setup)
{
    /// <inheritdoc/>
    public override ImmutableArray<Architecture> Recommend(int count)
    {
        if (Setup.Objective.Axes.Length == 1)
        {
            return [];
        }

        var ranked = Ranked.Order([.. History.Outcomes.Where(one => one.IsFeasible)]);
        var best = ranked.Where(one => one.Front == 0).MaxBy(one => one.Outcome.Score);
        return [.. ranked.OrderByDescending(one => one == best).Select(one => one.Outcome.Architecture).Distinct().Take(count)];
    }

    /// <summary>A value per axis, all maximised; none where one is missing.</summary>
    protected override ImmutableArray<double> Values(Architecture architecture, Measurement measurement)
    {
        if (measurement.Failure is not null)
        {
            return [];
        }

        double[] values = [.. Setup.Objective.Axes.Select(axis => Value(axis, architecture, measurement))];
        return values.All(double.IsFinite) ? [.. values] : [];
    }

    private double Value(ObjectiveAxis axis, Architecture architecture, Measurement measurement)
    {
        var value = measurement.Metrics.TryGetValue(axis.Metric, out var measured) ? measured
            : Setup.Costs.Knows(axis.Metric) ? Setup.Costs.Cost(axis.Metric, architecture)
            : double.NaN;
        return axis.Direction == Direction.Maximize ? value : -value;
    }
}
