using NasEngine.Strategies.MultiFidelity.Curves;

namespace NasEngine.Strategies.MultiFidelity.Median;

/// <summary>
/// The median stopping rule (Golovin et al., "Google Vizier", KDD 2017, section 3.2.2): at interval s a candidate is stopped if its best
/// score so far is worse than the median of the other candidates' mean scores up to s.
/// </summary>
/// <param name="options">When nobody is stopped.</param>
internal sealed class MedianRule(MedianOptions options) : IStoppingRule
{
    private IntervalMeans _means = new();

    /// <inheritdoc/>
    public void Learn(Curve curve) => _means.Add(curve);

    /// <inheritdoc/>
    public bool Stops(Curve curve)
    {
        var intervals = curve.Length;
        return intervals > options.Warmup
            && _means.Count(intervals) > options.Startup
            && curve.Best < _means.MedianWithout(intervals, curve.MeanOf(intervals));
    }

    /// <inheritdoc/>
    public void Relearn(IEnumerable<Curve> curves)
    {
        _means = new IntervalMeans();
        foreach (var curve in curves)
        {
            _means.AddAll(curve);
        }
    }
}
