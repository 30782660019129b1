using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot;

/// <summary>
/// The generations of SPOS (arXiv 1904.00420, algorithm 1): the first is random; of each later one, half the children are crossed
/// and half mutated from the best slices of all generations before. A child is new and keeps to the objective's limits on costs that
/// are known beforehand, if such a one turns up.
/// </summary>
/// <param name="options">Sizes and rates.</param>
/// <param name="space">The space.</param>
/// <param name="limits">What children keep to.</param>
internal sealed class Breeding(SinglePathOptions options, ISearchSpace space, Limits limits)
{
    /// <summary>Children looked at for one that is new and feasible; the second half of them are random.</summary>
    private const int Tries = 1000;

    private readonly DecisionSpace _space = space.Decisions;

    /// <summary>The architecture to measure next; null when no new one turned up.</summary>
    /// <param name="slices">What was measured so far.</param>
    /// <param name="random">Random numbers of this child.</param>
    public Architecture? Next(Slices slices, RandomSource random)
    {
        var (generation, place) = Math.DivRem(slices.Count, options.Population);
        var parents = slices.Best(generation * options.Population).Take(options.Parents).ToArray();
        var crossed = place < options.Population / 2;
        Architecture? least = null;
        var violation = double.PositiveInfinity;
        for (var i = 0; i < Tries && violation > 0; i++)
        {
            var bred = parents.Length > 0 && i < Tries / 2;
            var child = space.Canonical(bred ? Child(parents, crossed, random) : _space.Sample(random));
            var excess = limits.Violation(child);
            if (excess < violation && !slices.Knows(child))
            {
                (least, violation) = (child, excess);
            }
        }

        return least;
    }

    private Architecture Child(Slice[] parents, bool crossed, RandomSource random)
    {
        var parent = Pick(parents, random);
        return crossed ? _space.Cross(parent, Pick(parents, random), random) : Mutate(parent, random);
    }

    /// <summary>One decision changed, and a further one with the rate for each other decision there is.</summary>
    private Architecture Mutate(Architecture parent, RandomSource random)
    {
        var child = _space.Mutate(parent, random);
        for (var further = 1; further < parent.Values.Length; further++)
        {
            child = random.NextDouble() < options.MutationRate ? _space.Mutate(child, random) : child;
        }

        return child;
    }

    private static Architecture Pick(Slice[] parents, RandomSource random) => parents[random.NextInt(parents.Length)].Architecture;
}
