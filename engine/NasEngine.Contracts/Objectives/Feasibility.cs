using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>
/// How a trial stands to the constraints of its objective: by how much it misses each, as a share of the limit (constraint
/// domination in NSGA-II, Deb et al. 2002, section VI, compares the sums).
/// </summary>
/// <param name="Excesses">In the order of the constraints; empty where there are none.</param>
/// <param name="Required">The sum over the required ones alone: what the engine ranks winners by before their scores.</param>
public sealed record Feasibility(ImmutableArray<double> Excesses, double Required)
{
    /// <summary>Without constraints, everything is feasible.</summary>
    public static Feasibility Free { get; } = new([], 0);

    /// <summary>The sum over all constraints; 0 when the trial keeps to all of them.</summary>
    public double Violation => Excesses.Sum();

    /// <summary>Whether the trial keeps to all of them.</summary>
    public bool IsFeasible => Violation == 0;

    /// <summary>How metrics stand to the constraints of an objective; measured, counted or predicted ones.</summary>
    public static Feasibility Of(IObjective objective, IReadOnlyDictionary<string, double> metrics)
    {
        var constraints = objective.Constraints;
        return constraints.IsDefaultOrEmpty ? Free : new(
            [.. constraints.Select(constraint => constraint.Excess(metrics))],
            constraints.Where(constraint => constraint.IsRequired).Sum(constraint => constraint.Excess(metrics)));
    }

    /// <inheritdoc/>
    public bool Equals(Feasibility? other) =>
        other is not null && Required.Equals(other.Required) && Excesses.AsSpan().SequenceEqual(other.Excesses.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Excesses.Length, Required);
}
