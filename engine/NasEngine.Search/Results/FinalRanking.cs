using System.Collections.Immutable;

namespace NasEngine.Search;

/// <summary>The order of finalists after they were trained and measured.</summary>
public static class FinalRanking
{
    /// <summary>
    /// Places of the finalists, best first: those that were measured before those that were not, what keeps to the requirements before
    /// what does not, the nearer to them the sooner, then by score; equals stay in the order in which the search chose them.
    /// </summary>
    public static ImmutableArray<int> Of(ImmutableArray<Finalist> finalists) =>
    [
        .. Enumerable.Range(0, finalists.Length)
            .OrderBy(place => finalists[place].Measurement is not { Failure: null })
            .ThenBy(place => finalists[place].FinalScore?.Score is null)
            .ThenBy(place => finalists[place].FinalScore?.Excess ?? 0)
            .ThenByDescending(place => finalists[place].FinalScore?.Score ?? 0),
    ];
}
