namespace NasEngine.Contracts;

/// <summary>A cost that a cost model knows.</summary>
/// <param name="Name">Its name among the metrics, see <see cref="MetricNames"/>.</param>
/// <param name="IsPredicted">Whether it is a prediction, which figures that are shown must say, and not a count.</param>
/// <param name="Error">
/// Mean absolute error of the prediction against measurements, in the metric's unit; null where nobody has measured it. A count has
/// none: 0.
/// </param>
public sealed record CostMetric(string Name, bool IsPredicted, double? Error)
{
    /// <summary>A cost that is counted.</summary>
    public static CostMetric Counted(string name) => new(name, false, 0);
}
