using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>An objective of a plugin as engine and strategy call it: other people's code, whose faults are told by its name.</summary>
public sealed class GuardedObjective : IObjective
{
    private readonly IObjective _objective;
    private readonly string _id;

    /// <summary>Asks the objective what it says of itself.</summary>
    /// <exception cref="InputException">It throws, has no axis, or has a metric twice among its axes.</exception>
    public GuardedObjective(string id, IObjective objective)
    {
        (_id, _objective) = (id, objective);
        try
        {
            (Axes, Targets, Metrics, Constraints) = (objective.Axes, objective.Targets, objective.Metrics, objective.Constraints);
        }
        catch (Exception problem)
        {
            throw new InputException($"The objective '{id}' does not say its axes, targets and metrics: {problem.Message}");
        }

        if (Axes.IsDefaultOrEmpty || Targets.IsDefault || Metrics.IsDefault)
        {
            throw new InputException($"The objective '{id}' has no axis; it must have at least one, and lists of targets and "
                + "metrics that are not null.");
        }

        if (Constraints.IsDefault || Constraints.Any(one => one is null || one.Limit == 0 || !double.IsFinite(one.Limit)))
        {
            throw new InputException(
                $"The objective '{id}' has a constraint without a limit; each must have one that is a number and not 0.");
        }

        if (Axes.DistinctBy(axis => axis.Metric).Count() < Axes.Length)
        {
            throw new InputException($"The objective '{id}' has the axes {string.Join(", ", Axes.Select(axis => axis.Metric))}; "
                + "each metric may be there once.");
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<ObjectiveAxis> Axes { get; }

    /// <inheritdoc/>
    public ImmutableArray<CostTarget> Targets { get; }

    /// <inheritdoc/>
    public ImmutableArray<string> Metrics { get; }

    /// <inheritdoc/>
    public ImmutableArray<Constraint> Constraints { get; }

    /// <summary>The score; null when there is none or it is not finite.</summary>
    /// <exception cref="StrategyFault">The objective threw.</exception>
    public double? Score(IReadOnlyDictionary<string, double> metrics)
    {
        try
        {
            return _objective.Score(metrics) is { } score && double.IsFinite(score) ? score : null;
        }
        catch (Exception problem)
        {
            throw new StrategyFault($"Objective '{_id}' failed to score a trial: {problem.Message}", problem);
        }
    }
}
