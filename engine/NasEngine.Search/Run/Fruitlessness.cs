using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>Whether a search learns anything at all, and what is to be changed where it does not.</summary>
internal static class Fruitlessness
{
    /// <summary>Measurements after which it is clear what none of them says.</summary>
    private const int Measured = 20;

    /// <summary>Why it is over: too many candidates in a row failed. Null while they did not.</summary>
    public static string? TooManyInARow(SearchRun run)
    {
        var many = run.Rules.FailuresInARow;
        return run.State.Failures.Longest < many ? null
            : $"{(many == 1 ? "a" : Said(many))} {Work(run.State, many)}{(many == 1 ? "" : " in a row")} failed{Reason(run.State, many)} "
                + "A search that may fail more often in a row: --failures N.";
    }

    /// <summary>Why it has no winner: nothing of it succeeded. Null when something did.</summary>
    public static string? NothingSucceeded(SearchState state)
    {
        var many = state.ObservedCount;
        return many == 0 || state.Failures.Count < many ? null
            : $"{(many == 1 ? "its only" : $"all its {Said(many)}")} {Work(state, many)} failed{Reason(state, many)}";
    }

    /// <summary>
    /// Why it would never end: its budget is of virtual seconds alone, and the first measurements say none. Null where something ends it.
    /// </summary>
    public static string? NeverSpent(SearchState state)
    {
        var (budget, measured) = (state.Spec.Budget, state.ObservedCount - state.Failures.Count);
        return budget is not { VirtualSeconds: not null, Trials: null, Steps: null, Epochs: null, Time: null }
            || state.Spent.VirtualSeconds > 0 || measured < Measured ? null
            : $"its budget counts '{MetricNames.VirtualSeconds}', and none of the first {Said(measured)} measurements says any: it would "
                + "never end. Give it a budget of trials, steps or time, in a search of another name.";
    }

    /// <summary>
    /// Why it would never stop where it was told to: no first trial has the metric that it stops at. Null where one has it.
    /// </summary>
    public static string? NeverStopped(SearchState state)
    {
        var measured = state.ObservedCount - state.Failures.Count;
        return state.Spec.Budget.Goal is not { } goal || state.IsSupernet || state.Spent.Nearest is not null || measured < Measured ? null
            : $"it stops at '{goal.Metric}', and none of the first {Said(measured)} measurements has that. Name a metric that they have, "
                + "in a search of another name.";
    }

    private static string Said(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Work(SearchState state, long count) => (state.IsSupernet ? "step" : "trial") + (count == 1 ? "" : "s");

    private static string Reason(SearchState state, long count)
    {
        var failure = state.Failures.Last!;
        var lost = failure.Kind == FailureKind.Poisoned;
        var reason = (lost ? state.LostFor ?? failure.Message : failure.Message).TrimEnd('.');
        return $", {(count == 1 ? "" : "the last ")}since: {reason}. {Remedy(failure.Kind, state.Failures.LostFrom is not null)}";
    }

    private static string Remedy(FailureKind kind, bool retried) => kind switch
    {
        FailureKind.Poisoned or FailureKind.Transient =>
            "Give its workers what they lack (--job-memory, --job-minutes, --workers) and go on with it"
            + (retried ? ": what was lost is tried again." : "."),
        FailureKind.NotANumber or FailureKind.Diverged => "Lower the learning rate or clip the gradients, in a search of another name.",
        _ => "Mend that, in a search of another name.",
    };
}
