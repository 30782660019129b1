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
    private static readonly ImmutableSortedDictionary<string, double> NoStatus =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

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

    /// <summary>Why it failed, or null.</summary>
    public string? Failure { get; init; }

    /// <summary>Architectures measured: one per trial, one per path of a step.</summary>
    public long Samples => Candidates.Where(entry => entry.Measurement is not null).Sum(entry => (long)entry.Candidate.Work.Routes.Count());

    /// <summary>Candidates measured.</summary>
    public long Steps => Candidates.Count(entry => entry.Measurement is not null);

    /// <summary>Whether its candidates are supernet steps.</summary>
    public bool IsSupernet => Candidates.Any(entry => entry.Candidate.Work is SupernetStep);

    /// <summary>
    /// The Pareto front of the trials measured so far by the objective's axes, each architecture once; of a supernet, whose
    /// paths are measured with shared weights, that of its finalists, by rank.
    /// </summary>
    public ImmutableArray<FrontMember> Front()
    {
        var axes = Header.Spec.Objective.Axes;
        var measured = IsSupernet
            ? Finalists.Select((finalist, rank) => ((long)rank, finalist.Architecture, finalist.WithLatency()))
            : Candidates.Select(entry => (entry.Candidate.Number, ((Trial)entry.Candidate.Work).Architecture, entry.Measurement));
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
        var measured = Candidates.Where(entry => entry is { Candidate.Work: Trial, Measurement.Failure: null }).ToArray();
        var top = measured.Select(entry => ((Trial)entry.Candidate.Work).Fidelity).Max();
        return measured.Where(entry => ((Trial)entry.Candidate.Work).Fidelity.CompareTo(top) == 0).Aggregate(
            ImmutableArray<Leader>.Empty,
            (leaders, entry) => objective.Score(entry.Measurement!.Metrics) is not { } score ? leaders : Search.Leaders.Add(
                leaders,
                new Leader(
                    entry.Candidate.Number, ((Trial)entry.Candidate.Work).Architecture, score, entry.Measurement,
                    Feasibility.Of(objective, entry.Measurement.Metrics).Required),
                Search.Leaders.Kept));
    }

    /// <summary>Reads a search from its journal.</summary>
    /// <exception cref="InputException">The journal is damaged.</exception>
    public static SearchHistory Read(SearchJournal journal, SearchHeader header)
    {
        var candidates = new SortedDictionary<long, HistoryEntry>();
        var lost = new List<AttemptFailed>();
        var plugins = new List<PluginChange>();
        var finalists = new List<Finalist>();
        var finalTimes = new List<DateTimeOffset>();
        var alphas = ImmutableSortedDictionary.Create<string, ImmutableArray<double>>(StringComparer.Ordinal);
        string? failure = null;
        foreach (var (_, at, happened) in new EventReader(journal, header).Read())
        {
            failure = happened is Failed failed ? failed.Reason : null;
            switch (happened)
            {
                case Proposed e:
                    candidates[e.Candidate.Number] = new HistoryEntry(e.Candidate, null, NoStatus, null);
                    break;
                case Measured e:
                    candidates[e.Number] = candidates[e.Number] with { Measurement = e.Measurement, At = at };
                    break;
                case Observed e:
                    candidates[e.Number] = candidates[e.Number] with { Status = e.Status };
                    break;
                case AttemptFailed e:
                    lost.Add(e);
                    break;
                case PluginsChanged e:
                    plugins.AddRange(e.Changes);
                    break;
                case FinalistsChosen e:
                    finalists = [.. Finalist.Of(e.Architectures)];
                    alphas = e.Alphas;
                    finalTimes = [at];
                    break;
                case FinalistMeasured e:
                    finalists[e.Rank] = finalists[e.Rank] with
                    {
                        Measurement = e.Measurement, Latency = e.Latency, FinalScore = e.FinalScore,
                    };
                    finalTimes.Add(at);
                    break;
                case FinalistsRanked e:
                    finalists = [.. e.Order.Select(place => finalists[place])];
                    break;
            }
        }

        return new SearchHistory
        {
            Header = header,
            Candidates = [.. candidates.Values],
            Finalists = finalists,
            FinalTimes = finalTimes,
            Alphas = alphas,
            LostAttempts = lost,
            PluginChanges = plugins,
            Failure = failure,
        };
    }
}
