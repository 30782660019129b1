using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>The good trials and the others, each in the order in which they were observed.</summary>
/// <param name="Good">The good ones.</param>
/// <param name="Others">The others, those that failed by their own fault among them.</param>
internal sealed record TrialSplit(ImmutableArray<Architecture> Good, ImmutableArray<Architecture> Others)
{
    /// <summary>
    /// The split: good are min(⌈γn⌉, <paramref name="most"/>) of the n trials that have values, those that miss the limits least
    /// first, then those with the best scores, then the older ones.
    /// </summary>
    public static TrialSplit Of(IReadOnlyList<Outcome> outcomes, double gamma, int most)
    {
        int[] ranked =
        [
            .. Enumerable.Range(0, outcomes.Count).Where(i => outcomes[i].IsMeasured)
                .OrderBy(i => outcomes[i].Violation).ThenByDescending(i => outcomes[i].Score),
        ];
        var good = ranked.Take(Math.Min((int)Math.Ceiling(gamma * ranked.Length), most)).ToHashSet();
        return new TrialSplit(
            [.. good.Order().Select(i => outcomes[i].Architecture)],
            [
                .. Enumerable.Range(0, outcomes.Count)
                    .Where(i => !good.Contains(i) && (outcomes[i].IsMeasured || outcomes[i].IsItsFault))
                    .Select(i => outcomes[i].Architecture),
            ]);
    }
}
