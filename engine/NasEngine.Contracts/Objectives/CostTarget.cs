namespace NasEngine.Contracts;

/// <summary>A cost and what it should come to, e.g. <c>Macs(3e6)</c>.</summary>
/// <param name="Metric">Name of the cost.</param>
/// <param name="Value">Positive, in the metric's unit.</param>
public sealed record CostTarget(string Metric, double Value)
{
    /// <summary>
    /// The factor (cost/target)^<paramref name="weight"/>, the same under and over the target; MnasNet's soft weight is −0.07.
    /// </summary>
    /// <example><code>Maximize.Accuracy().Times(Milliseconds(2).Power(-0.07))</code></example>
    public CostTerm Power(double weight) => new(Metric, Value, weight, weight);
}
