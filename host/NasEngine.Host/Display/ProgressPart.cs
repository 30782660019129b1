using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Host.Display;

/// <summary>The part that a search is in: its steps, then its trials where the budget has both; otherwise all of it.</summary>
/// <param name="Word">What it counts.</param>
/// <param name="Done">How many are finished.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Then">What comes after it, or null.</param>
internal sealed record ProgressPart(string Word, long Done, long Total, string? Then = null)
{
    /// <summary>How many are left.</summary>
    public long Left => Total - Done;

    /// <summary>Where a search is.</summary>
    public static ProgressPart Of(SearchState state)
    {
        if (state.Spec.Budget is not { Steps: { } steps, Trials: { } trials })
        {
            return new ProgressPart(state.IsSupernet ? "step" : "trial", state.ObservedCount, state.Spec.Budget.Candidates);
        }

        var pending = state.Pending.Values.LongCount(candidate => candidate.Work is SupernetStep);
        return state.Spent.Steps - pending < steps && state.Spent.Trials == 0
            ? new ProgressPart("step", state.Spent.Steps - pending, steps, $"{trials} trials")
            : new ProgressPart("trial", state.Spent.Trials - (state.Pending.Count - pending), trials);
    }
}
