using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Host.Output;

/// <summary>A cost of an architecture that is over its target.</summary>
/// <param name="Target">The target.</param>
/// <param name="Cost">The cost, measured or counted.</param>
internal sealed record Overrun(CostTarget Target, double Cost)
{
    /// <summary>Share of the target by which the cost is over it.</summary>
    public double Excess => Cost / Target.Value - 1;

    /// <summary>The costs that are over their targets; one at its target is not.</summary>
    public static ImmutableArray<Overrun> Of(ObjectiveSpec objective, IReadOnlyDictionary<string, double> metrics) =>
    [
        .. objective.Targets
            .Where(target => metrics.TryGetValue(target.Metric, out var cost) && cost > target.Value)
            .Select(target => new Overrun(target, metrics[target.Metric])),
    ];

    /// <summary>The end of a sentence: <c>MACs 850.9 k, 13% over the target of 750.0 k</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{MetricText.Short(Target.Metric)} {MetricText.Figure(Target.Metric, Cost)}, {Percent} over the target of "
        + $"{MetricText.Figure(Target.Metric, Target.Value)}");

    private string Percent =>
        Excess < 0.0001 ? "less than 0.01%" : (100 * Excess).ToString(Excess < 0.1 ? "0.##" : "0", CultureInfo.InvariantCulture) + "%";
}
