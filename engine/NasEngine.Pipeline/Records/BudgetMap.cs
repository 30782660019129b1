using NasEngine.Contracts;

namespace NasEngine.Pipeline.Records;

/// <summary>Budgets to records and back.</summary>
internal static class BudgetMap
{
    /// <summary>What a budget limits beside candidates; null where it limits nothing else.</summary>
    public static BudgetRecord? ToRecord(Budget budget) => budget == new Budget(budget.Candidates) ? null : new(
        budget.Trials, budget.Steps, budget.Epochs, budget.VirtualSeconds, budget.Time?.Ticks, budget.Goal?.Metric, budget.Goal?.Value ?? 0,
        budget.Goal?.Direction == Direction.Minimize);

    /// <summary>The budget of this many candidates with further limits.</summary>
    public static Budget ToBudget(long candidates, BudgetRecord? limits) => limits is null ? new Budget(candidates) : new Budget(candidates)
    {
        Trials = limits.Trials,
        Steps = limits.Steps,
        Epochs = limits.Epochs,
        VirtualSeconds = limits.VirtualSeconds,
        Time = limits.Ticks is { } ticks ? TimeSpan.FromTicks(ticks) : null,
        Goal = limits.GoalMetric is { } metric
            ? new Goal(metric, limits.Goal, limits.GoalAtMost ? Direction.Minimize : Direction.Maximize)
            : null,
    };
}
