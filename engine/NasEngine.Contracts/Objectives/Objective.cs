using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>What a search is for: a metric times the factors of its costs (MnasNet, CVPR 2019, eq. 2).</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Costs">Costs with targets, perhaps none.</param>
public sealed record Objective(string Metric, ImmutableArray<CostTerm> Costs) : ObjectiveSpec, IObjective
{
    /// <summary>Which way the metric is better.</summary>
    public Direction Direction { get; init; } = Direction.Maximize;

    /// <summary>Axes of the Pareto front beside those of metric and costs; the score does not depend on them.</summary>
    public ImmutableArray<ObjectiveAxis> FurtherAxes { get; init; } = [];

    /// <summary>Limits that winners must keep to; the score does not depend on them.</summary>
    public ImmutableArray<Constraint> Requirements { get; init; } = [];

    /// <inheritdoc/>
    public override string Name => Metric;

    /// <summary>The axes of the Pareto front: the metric, then the costs, then the further axes; each metric once.</summary>
    public override ImmutableArray<ObjectiveAxis> Axes =>
    [
        .. Costs.Select(term => new ObjectiveAxis(term.Metric, Direction.Minimize)).Concat(FurtherAxes)
            .Prepend(new ObjectiveAxis(Metric, Direction)).DistinctBy(axis => axis.Metric),
    ];

    /// <summary>What the costs should come to.</summary>
    public override ImmutableArray<CostTarget> Targets => [.. Costs.Select(term => new CostTarget(term.Metric, term.Target))];

    /// <summary>The costs that trials should stay under, which weigh nothing below their targets, and the requirements.</summary>
    public ImmutableArray<Constraint> Constraints =>
    [
        .. Costs.Where(term => term is { Below: 0, Above: < 0 }).Select(term => new Constraint(term.Metric, term.Target)), .. Requirements,
    ];

    /// <summary>The metric and its costs.</summary>
    public ImmutableArray<string> Metrics => [Metric, .. Costs.Select(term => term.Metric)];

    /// <summary>
    /// The score, more of which is better, or null when a metric it needs is missing or not finite: metric · factors, and
    /// metric / factors where that is negative (−metric where the metric is minimised), so that a cost over its target lowers it
    /// whatever its sign.
    /// </summary>
    public double? Score(IReadOnlyDictionary<string, double> metrics)
    {
        if (!metrics.TryGetValue(Metric, out var value))
        {
            return null;
        }

        var score = Direction == Direction.Maximize ? value : -value;
        foreach (var term in Costs)
        {
            if (!metrics.TryGetValue(term.Metric, out var cost))
            {
                return null;
            }

            var factor = term.Factor(cost);
            score = score >= 0 ? score * factor : score / factor;
        }

        return double.IsFinite(score) ? score : null;
    }

    /// <summary>This with a cost more.</summary>
    /// <exception cref="InputException">The target is not positive, or a cost over it would not lower the score.</exception>
    /// <example><code>Maximize.Accuracy().Times(Macs(3e6).Power(-0.07))</code></example>
    public Objective Times(CostTerm cost) => this with { Costs = Costs.Add(cost.Checked()) };

    /// <summary>This with a target that candidates should stay under: weight 0 below, <paramref name="above"/> over it.</summary>
    /// <exception cref="InputException">The target is not positive, or <paramref name="above"/> is not negative.</exception>
    public Objective Under(string metric, double target, double above = -1) => Times(new CostTerm(metric, target, 0, above));

    /// <summary>
    /// This with a limit that winners must keep to: behind one that does stands every one that does not, whatever its score.
    /// </summary>
    public Objective Require(Constraint constraint) => this with { Requirements = Requirements.Add(constraint with { IsRequired = true }) };

    /// <summary>This with one more axis of the Pareto front; the score stays as it is.</summary>
    /// <example><code>Maximize.Accuracy().Against(Macs()).Against(Parameters())</code></example>
    public Objective Against(ObjectiveAxis axis) => this with { FurtherAxes = FurtherAxes.Add(axis) };

    /// <summary>
    /// This with a metric more to trade off; the score stays as it is. Without a direction it is the one that is better of the engine's
    /// own metrics, and less is better of others.
    /// </summary>
    /// <example><code>Maximize.Accuracy().Against("robustness", Direction.Maximize)</code></example>
    public Objective Against(string metric, Direction? direction = null) =>
        Against(new ObjectiveAxis(metric, direction ?? KnownMetrics.Better(metric) ?? Direction.Minimize));

    /// <inheritdoc/>
    public bool Equals(Objective? other) =>
        other is not null && Metric == other.Metric && Direction == other.Direction && Costs.SequenceEqual(other.Costs) &&
        FurtherAxes.SequenceEqual(other.FurtherAxes) && Requirements.SequenceEqual(other.Requirements);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Metric, Direction, Costs.Length, FurtherAxes.Length, Requirements.Length);
}
