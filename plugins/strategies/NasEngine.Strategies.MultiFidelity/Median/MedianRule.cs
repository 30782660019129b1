namespace NasEngine.Strategies.MultiFidelity.Median;

/// <summary>
/// The median stopping rule (Golovin et al., "Google Vizier", KDD 2017, section 3.2.2): at interval s a candidate is stopped if its best
/// score so far is worse than the median of the other candidates' mean scores up to s.
/// </summary>
internal static class MedianRule
{
    /// <summary>Whether a candidate is stopped where it is, seen beside all that were begun.</summary>
    public static bool Stops(Curve candidate, IEnumerable<Curve> all, MedianOptions options)
    {
        var intervals = candidate.Length;
        if (intervals <= options.Warmup)
        {
            return false;
        }

        var others = all.Where(one => one != candidate && one.Length >= intervals).Select(one => one.MeanOf(intervals)).Order().ToArray();
        return others.Length >= options.Startup && candidate.Best < MedianOf(others);
    }

    private static double MedianOf(double[] ascending) => (ascending[(ascending.Length - 1) / 2] + ascending[ascending.Length / 2]) / 2;
}
