using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>Keeps the best trials, each architecture once.</summary>
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

        var same = IndexOf(leaders, candidate.Architecture);
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

    private static bool Before(Leader a, Leader b) => a.Excess != b.Excess
        ? a.Excess < b.Excess
        : a.Score > b.Score || (a.Score == b.Score && a.Number < b.Number);

    private static int IndexOf(ImmutableArray<Leader> leaders, Architecture architecture)
    {
        for (var i = 0; i < leaders.Length; i++)
        {
            if (leaders[i].Architecture.Equals(architecture))
            {
                return i;
            }
        }

        return -1;
    }
}
