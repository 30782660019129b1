using NasEngine.Pipeline.Reading.Following;

namespace NasEngine.Host.Plots;

/// <summary>
/// The best trial so far as the search goes on, as a search ranks them: what keeps to the requirements before what does not, the nearer
/// to them the sooner; then the higher score. Of the highest fidelity alone.
/// </summary>
internal static class BestSoFar
{
    /// <summary>Numbers of the trials that were the best when they were measured, in order of their numbers.</summary>
    public static IReadOnlyList<long> Of(TrialTable trials)
    {
        var best = new List<long>();
        for (long number = 0; number < trials.Count; number++)
        {
            if (!double.IsNaN(trials.Scores[number]) && trials.IsComparable(number) && (best.Count == 0 || Beats(trials, number, best[^1])))
            {
                best.Add(number);
            }
        }

        return best;
    }

    private static bool Beats(TrialTable trials, long one, long other) => trials.Excesses[one] != trials.Excesses[other]
        ? trials.Excesses[one] < trials.Excesses[other]
        : trials.Scores[one] > trials.Scores[other];
}
