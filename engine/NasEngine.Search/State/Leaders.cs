using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>Keeps the best trials, each architecture once.</summary>
public static class Leaders
{
    /// <summary>How many are kept.</summary>
    public const int Kept = 10;

    /// <summary>
    /// The leaders after one more trial: higher score first, among equal scores the earlier trial first.
    /// </summary>
    public static ImmutableArray<Leader> Add(ImmutableArray<Leader> leaders, Leader candidate)
    {
        if (leaders.Length == Kept && !Before(candidate, leaders[^1]))
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
        return added.Length > Kept ? added.RemoveAt(Kept) : added;
    }

    private static bool Before(Leader a, Leader b) => a.Score > b.Score || (a.Score == b.Score && a.Number < b.Number);

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
