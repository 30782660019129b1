namespace NasEngine.Contracts;

/// <summary>What a search stops at: a trial whose metric comes to a value.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Value">The value, in the metric's unit; finite.</param>
/// <param name="Direction">Which way the metric has to come to it: up to at least the value, or down to at most.</param>
public sealed record Goal(string Metric, double Value, Direction Direction)
{
    /// <summary>Whether a value of the metric is as good.</summary>
    public bool IsReached(double? value) => value is { } now && (Direction == Direction.Maximize ? now >= Value : now <= Value);

    /// <summary>The better of what there was and a measurement; what there was where that lacks the metric.</summary>
    public double? Better(double? best, Measurement measurement) =>
        measurement.Failure is not null || !measurement.Metrics.TryGetValue(Metric, out var value) || double.IsNaN(value) ? best
        : best is not { } before ? value
        : Direction == Direction.Maximize ? Math.Max(before, value) : Math.Min(before, value);

    /// <summary>In words: <c>val_accuracy ≥ 0.9</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Metric} {(Direction == Direction.Maximize ? "≥" : "≤")} {Value}");
}
