using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot;

/// <summary>The status of a one-shot search.</summary>
internal static class OneShotStatus
{
    /// <summary>Steps that trained, slices measured, the generation from 1, and the best score of a slice that keeps to the limits.</summary>
    public static StrategyStatus Of(Slices slices, long trained, int population)
    {
        var scalars = StrategyStatus.Empty.Scalars.Add("trained_steps", trained);
        if (slices.Count > 0)
        {
            scalars = scalars.Add("slices", slices.Count).Add("generation", ((slices.Count - 1) / population) + 1);
            var best = slices.Best(slices.Count).First();
            scalars = double.IsFinite(best.Score) ? scalars.Add("best_slice", best.Score) : scalars;
        }

        return new StrategyStatus { Scalars = scalars };
    }
}
