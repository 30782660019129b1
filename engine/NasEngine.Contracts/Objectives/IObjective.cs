using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>
/// What a search is for: it scores trials, and says by which metrics they are traded off. A pure function of the metrics: no
/// clock, no random numbers, no state.
/// </summary>
/// <remarks>
/// An exception stops the search and is reported with the objective's id; what was finished stays in the journal. A score that
/// is not finite is no score. The metrics it gets are finite: a measurement with others is a failure before it comes here.
/// </remarks>
public interface IObjective
{
    /// <summary>
    /// The axes of the Pareto front, each metric once, at least one; the first is the metric that reports show. They stay the
    /// same for as long as it lives, and a search keeps those it began with.
    /// </summary>
    ImmutableArray<ObjectiveAxis> Axes { get; }

    /// <summary>Costs with what they should come to; a winner over one of them is told.</summary>
    ImmutableArray<CostTarget> Targets => [];

    /// <summary>
    /// Limits that trials should keep to, which strategies see beside the score (<see cref="Observation.Feasibility"/>). They stay
    /// the same for as long as it lives.
    /// </summary>
    ImmutableArray<Constraint> Constraints => [];

    /// <summary>The metrics that a score needs.</summary>
    ImmutableArray<string> Metrics { get; }

    /// <summary>The score, more of which is better, or null when a metric it needs is missing.</summary>
    double? Score(IReadOnlyDictionary<string, double> metrics);
}
