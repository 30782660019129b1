namespace NasEngine.Strategies.MultiFidelity.Median;

/// <summary>
/// The median stopping rule (Golovin et al., "Google Vizier", KDD 2017, section 3.2.2): at interval s a candidate is stopped if its best
/// score so far is worse than the median of the other candidates' mean scores up to s.
/// </summary>
internal static class MedianRule
{
    /// <summary>Whether a candidate is stopped where it is.</summary>
    /// <param name="candidate">It.</param>
    /// <param name="means">Of all candidates, it among them.</param>
    /// <param name="options">When nobody is stopped.</param>
    public static bool Stops(Curve candidate, IntervalMeans means, MedianOptions options)
    {
        var intervals = candidate.Length;
        return intervals > options.Warmup
            && means.Count(intervals) > options.Startup
            && candidate.Best < means.MedianWithout(intervals, candidate.MeanOf(intervals));
    }
}
