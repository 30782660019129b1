using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>What a search maximises: a metric times the factors of its costs (MnasNet, CVPR 2019, eq. 2).</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Costs">Costs with targets, perhaps none.</param>
public sealed record Objective(string Metric, ImmutableArray<CostTerm> Costs)
{
    /// <summary>The score, or null when a metric it needs is missing or not finite.</summary>
    public double? Score(IReadOnlyDictionary<string, double> metrics)
    {
        if (!metrics.TryGetValue(Metric, out var score))
        {
            return null;
        }

        foreach (var term in Costs)
        {
            if (!metrics.TryGetValue(term.Metric, out var cost))
            {
                return null;
            }

            score *= term.Factor(cost);
        }

        return double.IsFinite(score) ? score : null;
    }

    /// <summary>This with a cost more.</summary>
    public Objective Times(CostTerm cost) => this with { Costs = Costs.Add(cost) };

    /// <summary>This with a target that candidates should stay under: weight 0 below, <paramref name="above"/> over it.</summary>
    public Objective Under(string metric, double target, double above = -1) => Times(new CostTerm(metric, target, 0, above));

    /// <inheritdoc/>
    public bool Equals(Objective? other) =>
        other is not null && Metric == other.Metric && Costs.SequenceEqual(other.Costs);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Metric, Costs.Length);
}
