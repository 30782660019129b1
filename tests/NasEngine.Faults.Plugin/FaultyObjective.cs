using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Faults.Plugin;

/// <summary>Scores a trial by a metric, less is better, and throws when there is more of it than allowed.</summary>
internal sealed class FaultyObjective(string metric, double limit) : IObjective
{
    public ImmutableArray<ObjectiveAxis> Axes =>
        [new ObjectiveAxis(metric, Direction.Minimize), new ObjectiveAxis(MetricNames.Macs, Direction.Maximize)];

    public ImmutableArray<CostTarget> Targets => [new CostTarget(MetricNames.Macs, 1)];

    public ImmutableArray<string> Metrics => [metric];

    public double? Score(IReadOnlyDictionary<string, double> metrics) => !metrics.TryGetValue(metric, out var value) ? null
        : value <= limit ? -value
        : throw new InvalidOperationException("that is too much");
}
