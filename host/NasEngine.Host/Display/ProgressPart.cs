using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Host.Display;

/// <summary>The part that a search is in: its steps, then its trials where the budget has both; otherwise all of it.</summary>
/// <param name="Word">What it counts.</param>
/// <param name="Count">How many are finished, of how many where that is known.</param>
/// <param name="Left">How many are left; null where nobody knows.</param>
/// <param name="Then">What comes after it, or null.</param>
internal sealed record ProgressPart(string Word, string Count, long? Left, string? Then = null)
{
    /// <summary>Where a search is.</summary>
    public static ProgressPart Of(SearchState state)
    {
        if (state.Spec.Budget is not { Steps: { } steps, Trials: { } trials })
        {
            return new ProgressPart(state.IsSupernet ? "step" : "trial", BudgetText.Candidates(state), BudgetText.Left(state));
        }

        var pending = state.Pending.LongCount(candidate => candidate.Work is SupernetStep);
        return state.Spent.Steps - pending < steps && state.Spent.Trials == 0
            ? Counted("step", state.Spent.Steps - pending, steps) with { Then = $"{trials} trials" }
            : Counted("trial", state.Spent.Trials - (state.Pending.Length - pending), trials);
    }

    private static ProgressPart Counted(string word, long done, long total) =>
        new(word, string.Create(CultureInfo.InvariantCulture, $"{done}/{total}"), total - done);
}
