using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>What a distribution holds for the best.</summary>
internal static class Recommendation
{
    /// <summary>Assignments looked at for each architecture asked for, so that a space full of copies cannot hold up the end.</summary>
    private const int Tries = 256;

    /// <summary>
    /// The most likely architectures that are different networks; those that miss a limit on a known cost stand behind all that keep
    /// to it, the ones that miss it least first.
    /// </summary>
    public static ImmutableArray<Architecture> Of(Distribution distribution, StrategySetup setup, int count) =>
    [
        .. Likeliest.Of(distribution).Take(Tries * Math.Max(0, count)).DistinctBy(setup.Space.Canonical)
            .OrderBy(architecture => setup.Predict(architecture).Violation).Take(count),
    ];
}
