namespace NasEngine.Contracts;

/// <summary>A limit that trials should keep to.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Limit">In the metric's unit, not 0.</param>
/// <param name="Direction">The better side: at most the limit where less is better, at least the limit where more is.</param>
/// <param name="IsRequired">
/// Whether one that does not keep to it stands behind every one that does, whatever its score; otherwise only its score is lower.
/// </param>
public sealed record Constraint(string Metric, double Limit, Direction Direction = Direction.Minimize, bool IsRequired = false)
{
    /// <summary>
    /// By how much a trial misses the limit, as a share of the limit; 0 where it keeps to it, +∞ where the metric is missing.
    /// </summary>
    public double Excess(IReadOnlyDictionary<string, double> metrics) => metrics.TryGetValue(Metric, out var value)
        ? Math.Max(0, (Direction == Direction.Minimize ? value - Limit : Limit - value) / Math.Abs(Limit))
        : double.PositiveInfinity;
}
