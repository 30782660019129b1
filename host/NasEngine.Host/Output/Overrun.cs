using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Host.Output;

/// <summary>
/// A figure of an architecture that is beyond what the objective allows: a cost over its target, or a metric under its least.
/// </summary>
/// <param name="Limit">What is allowed.</param>
/// <param name="Value">The figure, measured or counted.</param>
internal sealed record Overrun(Constraint Limit, double Value)
{
    /// <summary>Whether it is over a target; otherwise it is under a least.</summary>
    public bool IsOver => Limit.Direction == Direction.Minimize;

    /// <summary>Share of the limit by which the figure misses it.</summary>
    public double Excess => Math.Abs(Value - Limit.Limit) / Math.Abs(Limit.Limit);

    /// <summary>The figures that miss their targets and requirements; one at its limit does not.</summary>
    public static ImmutableArray<Overrun> Of(ObjectiveSpec objective, IReadOnlyDictionary<string, double> metrics) =>
    [
        .. objective.Targets.Select(target => new Constraint(target.Metric, target.Value))
            .Concat((objective as Objective)?.Requirements.Select(limit => limit with { IsRequired = false }) ?? [])
            .Distinct()
            .Where(limit => metrics.ContainsKey(limit.Metric) && limit.Excess(metrics) > 0)
            .Select(limit => new Overrun(limit, metrics[limit.Metric])),
    ];

    /// <summary>What is said of the architecture: <c>over its target: MACs 850.9 k, 13% over the target of 750.0 k</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(IsOver ? "over its target" : "under its least")}: {MetricText.Short(Limit.Metric)} {MetricText.Figure(Limit.Metric, Value)}, "
        + $"{Percent} {(IsOver ? "over the target" : "under the least")} of {MetricText.Figure(Limit.Metric, Limit.Limit)}");

    private string Percent =>
        Excess < 0.0001 ? "less than 0.01%" : (100 * Excess).ToString(Excess < 0.1 ? "0.##" : "0", CultureInfo.InvariantCulture) + "%";
}
