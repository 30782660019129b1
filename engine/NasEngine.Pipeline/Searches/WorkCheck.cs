using NasEngine.Contracts;

namespace NasEngine.Pipeline.Searches;

/// <summary>Whether the budget and the objective of a search suit what its strategy proposes.</summary>
internal static class WorkCheck
{
    /// <summary>Refuses what would be taken for something else, or fail in the middle of the search.</summary>
    /// <exception cref="InputException">The budget counts other work, or a target is on a cost that nobody knows.</exception>
    public static void MustSuit(SearchSpec spec, WorkKind kind, ICostModel costs)
    {
        if (kind == WorkKind.SupernetSteps && spec.Budget.Trials is { } trials)
        {
            throw new InputException(
                $"The budget of search '{spec.Name}' is {trials} trials, and strategy '{spec.Strategy.Id}' proposes steps of "
                + "a supernet; say .Budget(steps: …).");
        }

        if (kind == WorkKind.Trials && spec.Budget.Steps is { } steps)
        {
            throw new InputException(
                $"The budget of search '{spec.Name}' is {steps} steps of a supernet, and strategy '{spec.Strategy.Id}' proposes "
                + "trials; say .Budget(trials: …).");
        }

        if (kind.HasSupernet() && spec.Objective.Targets.FirstOrDefault(target => !costs.Knows(target.Metric)) is { } unknown)
        {
            throw new InputException(
                $"Search '{spec.Name}' has a target for '{unknown.Metric}', which strategy '{spec.Strategy.Id}' must know of "
                + $"every path before it runs; known are {string.Join(", ", costs.Metrics.Select(known => known.Name))}, others "
                + "by .Costs(…).");
        }
    }
}
