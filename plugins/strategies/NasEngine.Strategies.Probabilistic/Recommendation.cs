using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>What a distribution holds for the best.</summary>
internal static class Recommendation
{
    /// <summary>Assignments looked at for each architecture asked for, so that a space full of copies cannot hold up the end.</summary>
    private const int Tries = 256;

    /// <summary>The mode and the next most likely architectures that are different networks.</summary>
    public static ImmutableArray<Architecture> Of(Distribution distribution, ISearchSpace space, int count) =>
        [.. Likeliest.Of(distribution).Take(Tries * Math.Max(0, count)).DistinctBy(space.Canonical).Take(count)];
}
