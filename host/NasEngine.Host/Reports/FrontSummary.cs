using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Pipeline.Reading;
using NasEngine.Search;

namespace NasEngine.Host.Reports;

/// <summary>An architecture of the front.</summary>
/// <param name="Number">Number of its trial, or its rank among finalists from 0.</param>
/// <param name="Found">The architecture with its metrics.</param>
internal sealed record FrontEntry(long Number, FoundSummary Found);

/// <summary>The Pareto front of a search as tables and files show it.</summary>
/// <param name="Axes">What is traded off.</param>
/// <param name="OfFinalists">Whether it is that of finalists; that of trials otherwise.</param>
/// <param name="Measured">Metrics of all that could be on it; none where not all was read.</param>
/// <param name="Entries">What is on it, the best by the first axis first.</param>
internal sealed record FrontSummary(
    ImmutableArray<ObjectiveAxis> Axes, bool OfFinalists, IReadOnlyList<ImmutableSortedDictionary<string, double>> Measured,
    IReadOnlyList<FrontEntry> Entries)
{
    /// <summary>The front of what a search has measured so far, or null where its objective has a single axis.</summary>
    public static FrontSummary? Of(SearchHistory history, ISearchSpace space) =>
        Of(history, space, history.Header.Spec.Objective.Axes);

    /// <summary>The front by these axes, or null where they are fewer than two.</summary>
    public static FrontSummary? Of(SearchHistory history, ISearchSpace space, ImmutableArray<ObjectiveAxis> axes)
    {
        if (axes.Length < ParetoFront.LeastAxes)
        {
            return null;
        }

        if (history.Totals is { State: var end } && !history.IsSupernet)
        {
            return new FrontSummary(
                axes, false, [], [.. history.Front(axes).Select(member => Entry(member, member.Measurement!.Metrics, space))])
            {
                Count = end.Placed ?? 0,
            };
        }

        var measured = (history.IsSupernet
                ? history.Finalists.Select((finalist, rank) => ((long)rank, finalist.WithLatency()))
                : history.Candidates.Select(entry => (entry.Candidate.Number, entry.Measurement)))
            .Where(one => one.Item2 is { Failure: null } measurement && axes.All(axis => measurement.Metrics.ContainsKey(axis.Metric)))
            .ToDictionary(one => one.Item1, one => one.Item2!.Metrics);
        return new FrontSummary(axes, history.IsSupernet, [.. measured.Values],
            [.. history.Front(axes).Select(member => Entry(member, measured[member.Number], space))])
        {
            Count = measured.Count,
        };
    }

    /// <summary>How many could be on it.</summary>
    public long Count { get; init; } = Measured.Count;

    private static FrontEntry Entry(FrontMember member, ImmutableSortedDictionary<string, double> metrics, ISearchSpace space) =>
        new(member.Number, new FoundSummary(member.Architecture, space.Format(member.Architecture), metrics));

    /// <summary>What the front is of: <c>12 of 500 trials</c>.</summary>
    public string Share =>
        string.Create(CultureInfo.InvariantCulture, $"{Entries.Count} of {Count} {(OfFinalists ? "finalists" : "trials")}");
}
