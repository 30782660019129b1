using NasEngine.Strategies.MultiFidelity.Curves;

namespace NasEngine.Strategies.MultiFidelity.Extrapolation;

/// <summary>
/// Predictive termination (Domhan et al., IJCAI 2015, section 4): a candidate is stopped when its curve hardly comes to be over the best
/// score that another candidate had.
/// </summary>
/// <param name="options">When nobody is stopped.</param>
internal sealed class ExtrapolationRule(ExtrapolationOptions options) : IStoppingRule
{
    private readonly SortedDictionary<long, double> _best = [];

    /// <inheritdoc/>
    public void Learn(Curve curve) => _best[curve.First] = curve.Best;

    /// <inheritdoc/>
    public bool Stops(Curve curve)
    {
        var others = _best.Where(pair => pair.Key != curve.First).Select(pair => pair.Value).DefaultIfEmpty(double.NegativeInfinity).Max();
        return curve.Length >= options.Warmup && curve.Best < others
            && new CurveForecast(curve.Scores, options.Curves.Intervals).Over(others) < options.Threshold;
    }

    /// <inheritdoc/>
    public void Relearn(IEnumerable<Curve> curves)
    {
        _best.Clear();
        foreach (var curve in curves.Where(curve => curve.Length > 0))
        {
            Learn(curve);
        }
    }
}
