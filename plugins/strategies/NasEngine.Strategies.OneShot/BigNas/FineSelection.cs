using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot.BigNas;

/// <summary>
/// The fine selection of BigNAS (arXiv 2003.11142, section 3.3): a slice that is one step away, in one decision, from one of the best or
/// of the front of score and multiply-adds.
/// </summary>
/// <param name="parents">How many of the best are varied.</param>
/// <param name="space">The space.</param>
/// <param name="limits">What slices keep to.</param>
internal sealed class FineSelection(int parents, ISearchSpace space, Limits limits)
{
    /// <summary>The next slice; null when all within the limits around the best are measured.</summary>
    public Architecture? Next(Slices slices, RandomSource random)
    {
        var varied = Parents(slices).ToArray();
        random.Shuffle<Architecture>(varied);
        foreach (var parent in varied)
        {
            var around = space.Decisions.Neighbours(parent).Select(space.Canonical)
                .Where(one => !slices.Knows(one) && limits.Violation(one) == 0).ToArray();
            if (around.Length > 0)
            {
                return around[random.NextInt(around.Length)];
            }
        }

        return null;
    }

    /// <summary>The best, and those that no cheaper or equally cheap slice beats.</summary>
    private IEnumerable<Architecture> Parents(Slices slices)
    {
        var ranked = slices.Best(slices.Count).Where(slice => double.IsFinite(slice.Score)).ToArray();
        var least = double.PositiveInfinity;
        var front = ranked.Where(slice => slice.Violation == 0)
            .OrderByDescending(slice => slice.Score).ThenBy(slice => space.Cost(slice.Architecture).Macs)
            .Where(slice =>
            {
                var macs = space.Cost(slice.Architecture).Macs;
                var isFront = macs < least;
                least = Math.Min(least, macs);
                return isFront;
            });
        return ranked.Take(parents).Concat(front).Select(slice => slice.Architecture).Distinct();
    }
}
