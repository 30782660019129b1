using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>What came of a trial.</summary>
/// <param name="Architecture">What was trained, in its canonical form.</param>
/// <param name="Values">
/// What is maximised, in the strategy's own order: the score, or a value per axis of the Pareto front; empty when there is none.
/// </param>
/// <param name="Violation">By how much it misses the objective's limits, the sum of the shares; 0 when it keeps to all of them.</param>
/// <param name="Slacks">
/// Where it stands to each limit on what only a trial measures: (value − limit)/|limit|, negative on the better side; +∞ where the
/// metric is missing.
/// </param>
/// <param name="IsItsFault">Whether there are no values because of the architecture, and not because a worker was lost.</param>
internal sealed record Outcome(
    Architecture Architecture, ImmutableArray<double> Values, double Violation, ImmutableArray<double> Slacks, bool IsItsFault)
{
    /// <summary>Whether there are values.</summary>
    public bool IsMeasured => !Values.IsEmpty;

    /// <summary>Whether it has values and keeps to all limits.</summary>
    public bool IsFeasible => IsMeasured && Violation == 0;

    /// <summary>The first of the values; the score of a search for one.</summary>
    public double Score => Values[0];
}
