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

    /// <summary>Why it has no winner although something succeeded: what it needs was not measured, or it makes no number of that.</summary>
    public static string NothingScored(SearchRun run)
    {
        var (state, needed) = (run.State, string.Join(", ", run.Rules.Metrics));
        var measured = state.Last is { Failure: null, Metrics: var last } && run.Rules.Metrics.All(last.ContainsKey);
        return $"No candidate of {Said(state.ObservedCount)} has a score for the objective '{state.Spec.Objective.Name}'; "
            + (measured ? $"there is {needed}, and it makes no finite number of that." : $"it needs {needed}.");
    }

    /// <summary>
    /// Why it would never end as it is told to: none of the first measurements has the metric that it ends by. Null where one has it.
    /// </summary>
    public static string? NeverCounted(SearchState state)
    {
        var measured = state.ObservedCount - state.Failures.Count;
        var limit = SecondsNotCounted(state) ?? (state.IsSupernet ? null : GoalNotMeasured(state));
        return measured < Measured || limit is null ? null
            : $"{limit}, and none of the first {Said(measured)} measurements has that. Name a metric that they have, or give it a budget "
                + "of trials, steps or time, in a search of another name.";
    }

    /// <summary>What it was to end by and no measurement has, at its end; null where one has it, or nothing was measured.</summary>
    public static string? NotCounted(SearchState state) => state.ObservedCount == state.Failures.Count ? null
        : (SecondsNotCounted(state) ?? GoalNotMeasured(state)) is not { } limit ? null
        : $"No measurement has what search '{state.Spec.Name}' was to end by: {limit}.";

    private static string? SecondsNotCounted(SearchState state) =>
        state.Spec.Budget.VirtualSeconds is null || state.Spent.VirtualSeconds > 0 ? null
        : $"its budget counts '{MetricNames.VirtualSeconds}'";

    private static string? GoalNotMeasured(SearchState state) =>
        state.Spec.Budget.Goal is not { } goal || state.Spent is not { Nearest: null, Trials: > 0 } ? null : $"it stops at '{goal.Metric}'";

    private static string Said(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Work(SearchState state, long count) => (state.IsSupernet ? "step" : "trial") + (count == 1 ? "" : "s");

    private static string Reason(SearchState state, long count)
    {
        var failure = state.Failures.Last!;
        var lost = failure.Kind == FailureKind.Poisoned;
        var reason = Clause.Of(lost ? state.LostFor ?? failure.Message : failure.Message);
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
