using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Host.Reports;
using NasEngine.Pipeline.Journal;

namespace NasEngine.Host.Output.Comparing;

/// <summary>One of the searches that are compared.</summary>
/// <param name="Header">The search.</param>
/// <param name="State">Its state in a word.</param>
/// <param name="Steps">Candidates measured.</param>
/// <param name="Failed">Candidates that failed.</param>
internal sealed record ComparedSearch(SearchHeader Header, string State, long Steps, long Failed)
{
    /// <summary>Its name.</summary>
    public string Name => Header.Spec.Name;

    /// <summary>The best of it, a winner or the best trial so far; null where nothing is measured.</summary>
    public FoundSummary? Best { get; init; }

    /// <summary>Whether that is a winner, measured as the finals measure.</summary>
    public bool IsWinner { get; init; }

    /// <summary>What the curve is of.</summary>
    public required ObjectiveAxis Axis { get; init; }

    /// <summary>The best so far, candidate by candidate.</summary>
    public IReadOnlyList<double> Curve { get; init; } = [];

    /// <summary>Its front by the axes that all compared searches have; null where they have fewer than two in common.</summary>
    public FrontSummary? Front { get; init; }

    /// <summary>The axes that all of these objectives have, in the order of the first.</summary>
    public static ImmutableArray<ObjectiveAxis> Common(IReadOnlyList<ObjectiveSpec> objectives) =>
        [.. objectives[0].Axes.Where(axis => objectives.All(one => one.Axes.Contains(axis)))];

    /// <summary>How many on a front are dominated by one on another: at least as bad by all axes, and worse by one.</summary>
    public static int Dominated(FrontSummary front, FrontSummary other) => front.Entries.Count(entry =>
        other.Entries.Any(better => IsBetter(front.Axes, better.Found, entry.Found)));

    private static bool IsBetter(ImmutableArray<ObjectiveAxis> axes, FoundSummary one, FoundSummary other)
    {
        var signs = axes.Select(axis => (axis.Direction == Direction.Maximize ? 1 : -1)
            * one.Metrics[axis.Metric].CompareTo(other.Metrics[axis.Metric])).ToArray();
        return signs.All(sign => sign >= 0) && signs.Any(sign => sign > 0);
    }
}
