namespace NasEngine.Search;

/// <summary>
/// When the strategy has its turn, and what comes of it. A turn may take minutes; results that arrive meanwhile are journaled at
/// once and wait in the state for the next turn. What a turn did commutes with them: it proposes and observes by what was pending,
/// and they change only what has arrived.
/// </summary>
internal static class StrategyDecisions
{
    public static void Take(Draft draft, TurnTaken taken)
    {
        if (draft.State.Phase != SearchPhase.Searching)
        {
            return;
        }

        draft.End(taken.Turn);
        if (taken.Saved is not null)
        {
            draft.Run = draft.Run with { SnapshotAt = draft.State.ObservedCount };
            draft.Saved = taken.Saved;
        }

        if ((Fruitlessness.TooManyInARow(draft.Run) ?? Unscored(draft.Run) ?? Fruitlessness.NeverCounted(draft.State))
            is { } reason)
        {
            draft.Fail(reason);
        }
    }

    public static void Settle(Draft draft)
    {
        var run = draft.Run;
        if (PauseDecisions.Holds(run) || run.Strategy != StrategyCall.None || run.Swap != SwapStage.None
            || run.State.Phase != SearchPhase.Searching)
        {
            return;
        }

        var observes = run.State.NextToObserve() is not null;
        if (run.Stopping && !(run.Stateful && observes))
        {
            return;
        }

        if (observes || !run.Begun)
        {
            draft.Run = run with { Strategy = StrategyCall.Turn, DuringTurn = [] };
            draft.Do(new TakeTurn(run.State, SnapshotDue(run)));
        }
        else if (run.IsOverdue)
        {
            // Only here a replay, which lets the strategy do all it can before it, comes to the same.
            draft.Emit(new TimeSpent());
            Settle(draft);
        }
        else if (run.State.Pending.IsEmpty)
        {
            if (!run.State.BudgetSpent)
            {
                draft.Do(new Tell(
                    $"Strategy '{run.State.Spec.Strategy.Id}' has nothing more to propose after {run.State.ObservedCount} candidates; the "
                    + "search ends before its budget is spent."));
            }

            if (Fruitlessness.NotCounted(run.State) is { } limit)
            {
                draft.Do(new Tell(limit));
            }

            draft.Run = run with { Strategy = StrategyCall.Winners };
            draft.Do(new NameWinners(run.State.Winners));
        }
    }

    private static bool SnapshotDue(SearchRun run) =>
        run.State.ObservedCount + run.State.Arrived.Length - run.SnapshotAt >= run.Rules.SnapshotEvery || IsLast(run.State);

    /// <summary>Whether nothing is left to observe after this turn: what the strategy then knows is kept for later searches.</summary>
    private static bool IsLast(SearchState state) => state.BudgetSpent && state.Arrived.Length == state.Pending.Length;

    /// <summary>Why no trial of this search will ever have a score, as those measured so far show; null when they do not show it.</summary>
    private static string? Unscored(SearchRun run)
    {
        if (run.State.Unscored < RunRules.UnscoredAtMost || !run.State.Leaders.IsEmpty
            || run.State.Last is not { Failure: null, Metrics: var measured })
        {
            return null;
        }

        var lacking = run.Rules.Metrics.Where(metric => !measured.ContainsKey(metric)).ToArray();
        return lacking.Length == 0
            ? null
            : $"Objective '{run.State.Spec.Objective.Name}' needs {string.Join(" and ", lacking)}, which estimator "
            + $"'{run.State.Spec.Estimator.Id}' does not measure; it measures {string.Join(", ", measured.Keys)}.";
    }
}
