namespace NasEngine.Contracts;

/// <summary>One of the metrics that architectures are traded off by: an axis of the Pareto front.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Direction">Which way is better.</param>
public sealed record ObjectiveAxis(string Metric, Direction Direction);
