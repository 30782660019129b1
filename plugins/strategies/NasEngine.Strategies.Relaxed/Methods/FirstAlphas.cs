using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed;

/// <summary>Random numbers of the first architecture parameters.</summary>
internal static class FirstAlphas
{
    /// <summary>Equal in every run of a search.</summary>
    public static RandomSource Of(StrategySetup setup) => RandomSource.For(setup.Seed, 0, "alphas");
}
