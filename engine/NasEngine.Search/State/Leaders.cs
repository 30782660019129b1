using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>Keeps the best trials, each network once.</summary>
public static class Leaders
{
    /// <summary>How many are kept where no more are asked for.</summary>
    public const int Kept = 10;

    /// <summary>
    /// The leaders after one more trial: what keeps to the requirements before what does not, the nearer to them the sooner; then
    /// higher score first, among equal scores the earlier trial first.
    /// </summary>
    /// <param name="leaders">Those so far.</param>
    /// <param name="candidate">The trial.</param>
    /// <param name="kept">How many are kept.</param>
    public static ImmutableArray<Leader> Add(ImmutableArray<Leader> leaders, Leader candidate, int kept)
    {
        if (leaders.Length == kept && !Before(candidate, leaders[^1]))
        {
            return leaders;
        }

        var same = IndexOf(leaders, candidate);
        if (same >= 0 && !Before(candidate, leaders[same]))
        {
            return leaders;
        }

        var others = same >= 0 ? leaders.RemoveAt(same) : leaders;
        var place = 0;
        while (place < others.Length && Before(others[place], candidate))
        {
            place++;
        }

        var added = others.Insert(place, candidate);
        return added.Length > kept ? added.RemoveAt(kept) : added;
    }

    /// <summary>Whether a trial would be among the leaders if its network were none of theirs.</summary>
    public static bool HasRoom(SearchState state, Leader candidate) =>
        state.TopFidelity is not { } top || ((Trial)state.PendingOf(candidate.Number).Work).Fidelity.CompareTo(top) is var rise
        && (rise > 0 || (rise == 0 && (state.Leaders.Length < state.LeadersKept || Before(candidate, state.Leaders[^1]))));

    private static bool Before(Leader a, Leader b) => a.Excess != b.Excess
        ? a.Excess < b.Excess
        : a.Score > b.Score || (a.Score == b.Score && a.Number < b.Number);

    private static int IndexOf(ImmutableArray<Leader> leaders, Leader candidate)
    {
        for (var i = 0; i < leaders.Length; i++)
        {
            if (leaders[i].IsSameAs(candidate))
            {
                return i;
            }
        }

        return -1;
    }
}
