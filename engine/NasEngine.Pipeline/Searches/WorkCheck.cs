using NasEngine.Contracts;

namespace NasEngine.Pipeline.Searches;

/// <summary>Whether the budget and the objective of a search suit what its strategy proposes.</summary>
internal static class WorkCheck
{
    private const string Budget = ".Budget(";

    /// <summary>Refuses what would be taken for something else, or fail in the middle of the search.</summary>
    /// <exception cref="InputException">The budget counts other work, or a target is on a cost that nobody knows.</exception>
    public static void MustSuit(SearchSpec spec, IStrategy strategy, ICostModel costs)
    {
        var kind = strategy.Kind;
        if (kind == WorkKind.SupernetSteps && spec.Budget.Trials is { } trials)
        {
            throw new InputException(
                $"The budget of search '{spec.Name}' is {trials} trials, and strategy '{spec.Strategy.Id}' proposes steps of "
                + "a supernet; say .Budget(steps: …).") { Word = Budget };
        }

        if (kind == WorkKind.Trials && spec.Budget.Steps is { } steps)
        {
            throw new InputException(
                $"The budget of search '{spec.Name}' is {steps} steps of a supernet, and strategy '{spec.Strategy.Id}' proposes "
                + "trials; say .Budget(trials: …).") { Word = Budget };
        }

        if (spec.Budget.Epochs is not null && !strategy.SaysEpochs)
        {
            throw new InputException(
                $"The budget of search '{spec.Name}' counts the epochs of trials, and strategy '{spec.Strategy.Id}' "
                + (kind == WorkKind.SupernetSteps ? "proposes steps of a supernet" : "leaves them to what trains the trials")
                + $"; say {Instead(kind)}.") { Word = Budget };
        }

        if (spec.Budget.Goal is { } goal && kind == WorkKind.SupernetSteps)
        {
            throw new InputException(
                $"Search '{spec.Name}' stops at a trial with {goal}, and strategy '{spec.Strategy.Id}' proposes steps of a supernet alone; "
                + "leave out .StopAt(…).") { Word = ".StopAt(" };
        }

        if (kind.HasSupernet() && spec.Objective.Targets.FirstOrDefault(target => !costs.Knows(target.Metric)) is { } unknown)
        {
            throw new InputException(
                $"Search '{spec.Name}' has a target for '{unknown.Metric}', which strategy '{spec.Strategy.Id}' must know of "
                + $"every path before it runs; known are {string.Join(", ", costs.Metrics.Select(known => known.Name))}, others "
                + "by .Costs(…).") { Word = ".Objective(" };
        }
    }

    private static string Instead(WorkKind kind) => kind switch
    {
        WorkKind.Trials => ".Budget(trials: …)",
        WorkKind.SupernetSteps => ".Budget(steps: …)",
        _ => ".Budget(steps: …, trials: …)",
    };
}
