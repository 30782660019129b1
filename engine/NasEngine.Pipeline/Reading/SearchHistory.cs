using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Search;

namespace NasEngine.Pipeline.Reading;

/// <summary>A candidate with what came of it.</summary>
/// <param name="Candidate">What was proposed.</param>
/// <param name="Measurement">What was measured; null while it runs.</param>
/// <param name="Status">Where the strategy stood after it; empty when it had nothing to say.</param>
/// <param name="At">When the result was written; null while it runs.</param>
public sealed record HistoryEntry(
    Candidate Candidate, Measurement? Measurement, ImmutableSortedDictionary<string, double> Status, DateTimeOffset? At);

/// <summary>All that the journal says of one search.</summary>
public sealed record SearchHistory
{
    /// <summary>Its definition and times.</summary>
    public required SearchHeader Header { get; init; }

    /// <summary>Candidates by number.</summary>
    public required IReadOnlyList<HistoryEntry> Candidates { get; init; }

    /// <summary>
    /// The winners, best first: by their own final measurements once all are there, before that as the search chose them.
    /// </summary>
    public required IReadOnlyList<Finalist> Finalists { get; init; }

    /// <summary>When the winners were chosen, and then when each of them was measured, in the order of arrival.</summary>
    public IReadOnlyList<DateTimeOffset> FinalTimes { get; init; } = [];

    /// <summary>Final alphas.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<double>> Alphas { get; init; }

    /// <summary>Attempts that were lost.</summary>
    public required IReadOnlyList<AttemptFailed> LostAttempts { get; init; }

    /// <summary>Plugins that were replaced while it was on its way, in order.</summary>
    public IReadOnlyList<PluginChange> PluginChanges { get; init; } = [];

    /// <summary>What people wrote down, in order.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>Why it failed, or null.</summary>
    public string? Failure { get; init; }

    /// <summary>
    /// What is known of the whole search where <see cref="Candidates"/> are its last trials alone; null where all were read.
    /// </summary>
    public SearchTotals? Totals { get; init; }

    /// <summary>Architectures measured: one per trial, one per path of a step.</summary>
    public long Samples => Totals?.State.Samples
        ?? Candidates.Where(entry => entry.Measurement is not null).Sum(entry => (long)entry.Candidate.Work.Routes.Count());

    /// <summary>Candidates measured.</summary>
    public long Steps => Totals?.State.ObservedCount ?? Candidates.Count(entry => entry.Measurement is not null);

    /// <summary>Whether its candidates are supernet steps.</summary>
    public bool IsSupernet => Totals?.State.IsSupernet ?? Candidates.Any(entry => entry.Candidate.Work is SupernetStep);

    /// <summary>Trials proposed.</summary>
    public long Trials => Totals?.State.Spent.Trials ?? Candidates.Count(entry => entry.Candidate.Work is Trial);

    /// <summary>Where the strategy stood last; empty when it had nothing to say.</summary>
    public ImmutableSortedDictionary<string, double> Status => Totals?.State.Status
        ?? Candidates.LastOrDefault(entry => entry.Status.Count > 0)?.Status ?? HistoryBuilder.NoStatus;

    /// <summary>
    /// The Pareto front of the trials measured so far at the highest fidelity, each architecture once; of a supernet, whose
    /// paths are measured with shared weights, that of its finalists, by rank.
    /// </summary>
    public ImmutableArray<FrontMember> Front() => Front(Header.Spec.Objective.Axes);

    /// <summary>The same front by other axes.</summary>
    /// <param name="axes">What is traded off, at least <see cref="ParetoFront.LeastAxes"/>; with fewer the front is empty.</param>
    /// <exception cref="InvalidOperationException">Other axes than its own were asked of a search of which not all was read.</exception>
    public ImmutableArray<FrontMember> Front(ImmutableArray<ObjectiveAxis> axes)
    {
        if (Totals is { } totals && !IsSupernet)
        {
            return axes.SequenceEqual(Header.Spec.Objective.Axes)
                ? ParetoFront.Once(totals.State.NonDominated)
                : throw new InvalidOperationException("A front by other axes is made of all trials, and these are the last ones.");
        }

        var measured = IsSupernet
            ? Finalists.Select((finalist, rank) => ((long)rank, finalist.Architecture, finalist.WithLatency()))
            : OfTopFidelity().Select(entry => (entry.Candidate.Number, ((Trial)entry.Candidate.Work).Architecture, entry.Measurement));
        return ParetoFront.Once(measured.Aggregate(
            ImmutableArray<FrontMember>.Empty,
            (front, one) => one.Item3 is { } measurement ? ParetoFront.Add(front, axes, one.Item1, one.Architecture, measurement) : front));
    }

    /// <summary>
    /// The best trials measured so far, of the highest fidelity alone, as a search ranks them; none of a supernet, whose paths are
    /// measured with shared weights.
    /// </summary>
    /// <param name="objective">The objective of the search.</param>
    public ImmutableArray<Leader> Leaders(IObjective objective)
    {
        if (Totals is { } totals)
        {
            return totals.State.Leaders;
        }

        return OfTopFidelity().Aggregate(
            ImmutableArray<Leader>.Empty,
            (leaders, entry) => objective.Score(entry.Measurement!.Metrics) is not { } score ? leaders : Search.Leaders.Add(
                leaders,
                new Leader(
                    entry.Candidate.Number, ((Trial)entry.Candidate.Work).Architecture, score, entry.Measurement,
                    Feasibility.Of(objective, entry.Measurement.Metrics).Required),
                Search.Leaders.Kept));
    }

    /// <summary>The trials that were measured at the highest fidelity: others are no measure of them.</summary>
    private IEnumerable<HistoryEntry> OfTopFidelity()
    {
        var measured = Candidates.Where(entry => entry is { Candidate.Work: Trial, Measurement.Failure: null }).ToArray();
        var top = measured.Select(entry => ((Trial)entry.Candidate.Work).Fidelity).Max();
        return measured.Where(entry => ((Trial)entry.Candidate.Work).Fidelity.CompareTo(top) == 0);
    }

    /// <summary>Reads a search from its journal.</summary>
    /// <exception cref="InputException">The journal is damaged.</exception>
    public static SearchHistory Read(SearchJournal journal, SearchHeader header)
    {
        var history = new HistoryBuilder(header);
        foreach (var (_, at, happened) in new EventReader(journal, header).Read())
        {
            history.Add(at, happened);
        }

        return history.Done();
    }
}
