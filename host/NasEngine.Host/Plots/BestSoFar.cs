using NasEngine.Pipeline.Reading.Following;

namespace NasEngine.Host.Plots;

/// <summary>
/// The best trial so far as the search goes on, as a search ranks them: what keeps to the requirements before what does not, the nearer
/// to them the sooner; then the higher score. Of the highest fidelity alone.
/// </summary>
internal static class BestSoFar
{
    /// <summary>Numbers of the trials that were the best when they came, in the order of their places.</summary>
    /// <param name="trials">The trials.</param>
    /// <param name="places">Where each stands on the axis of a plot: by its number or its time.</param>
    public static IReadOnlyList<long> Of(TrialTable trials, double[] places)
    {
        var order = Enumerable.Range(0, (int)Math.Min(trials.Count, places.Length))
            .Where(number => double.IsFinite(places[number])).ToArray();
        if (Enumerable.Range(1, Math.Max(0, order.Length - 1)).Any(i => places[order[i]] < places[order[i - 1]]))
        {
            order = [.. order.OrderBy(number => places[number])];
        }

        var best = new List<long>();
        foreach (long number in order)
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
