using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot;

/// <summary>
/// Strict fairness (FairNAS, arXiv 1907.01845, section 3.2): of each decision the paths take the choices of a random permutation one
/// after another, and of another one when there are more paths than choices. So over as many paths as it has choices, each is taken
/// once; decisions are independent of each other.
/// </summary>
internal static class FairPaths
{
    /// <summary>Draws paths.</summary>
    /// <param name="space">The space.</param>
    /// <param name="count">How many.</param>
    /// <param name="random">Where they come from.</param>
    public static ImmutableArray<Architecture> Draw(DecisionSpace space, int count, RandomSource random)
    {
        var columns = space.Decisions.Select(decision => Column(decision.Count, count, random)).ToArray();
        return [.. Enumerable.Range(0, count).Select(path => space.Architecture([.. columns.Select(column => column[path])]))];
    }

    private static int[] Column(int choices, int count, RandomSource random)
    {
        var column = new List<int>(count + choices);
        var permutation = Enumerable.Range(0, choices).ToArray();
        while (column.Count < count)
        {
            random.Shuffle<int>(permutation);
            column.AddRange(permutation);
        }

        return [.. column];
    }
}
