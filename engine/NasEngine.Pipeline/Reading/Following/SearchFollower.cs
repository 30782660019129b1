using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Search;

namespace NasEngine.Pipeline.Reading.Following;

/// <summary>
/// All candidates of a search, read once and followed from there as events are committed. Used from one thread at a time.
/// </summary>
/// <param name="header">The search.</param>
/// <param name="space">Its space; null where its plugin is not there, and then there are no shares.</param>
/// <param name="objective">Its objective; null where its plugin is not there, and then there are no scores.</param>
public sealed class SearchFollower(SearchHeader header, ISearchSpace? space, IObjective? objective)
{
    private EventFeed _feed = new();
    private RetriedCandidates _retried = new(header.Spec.Deterministic);
    private HistoryRest _rest = new();

    /// <summary>The search.</summary>
    public SearchHeader Header { get; private set; } = header;

    /// <summary>Its candidates.</summary>
    public TrialTable Trials { get; private set; } = new();

    /// <summary>Its distribution over architectures; null without a space.</summary>
    public ChoiceShares? Shares { get; private set; } = space is null ? null : new ChoiceShares(space.Decisions);

    /// <summary>Whether some of its candidates are steps of a supernet.</summary>
    public bool IsSupernet { get; private set; }

    /// <summary>Number of the last event that was read; grows, but for a journal that was cut back.</summary>
    public long Sequence => _feed.Sequence;

    /// <summary>Whether there was nothing more to read the last time.</summary>
    public bool IsUpToDate { get; private set; }

    /// <summary>As <see cref="SearchHistory.Finalists"/>.</summary>
    public IReadOnlyList<Finalist> Finalists => _rest.Finalists;

    /// <summary>Attempts that were lost.</summary>
    public IReadOnlyList<AttemptFailed> LostAttempts => _rest.Lost;

    /// <summary>Plugins that were replaced while it was on its way, in order.</summary>
    public IReadOnlyList<PluginChange> PluginChanges => _rest.PluginChanges;

    /// <summary>Why it failed, or null.</summary>
    public string? Failure => _rest.Failure;

    /// <summary>Reads what is new, at most so many events; whether there was any.</summary>
    /// <exception cref="InputException">An event cannot be read.</exception>
    public bool Advance(SearchJournal journal, SearchHeader now, int most)
    {
        Header = now;
        if (_feed.Next(journal, now, most) is not { } events)
        {
            Restart();
            return true;
        }

        foreach (var happened in events)
        {
            Add(happened.At, happened.Event);
        }

        IsUpToDate = events.Count < most;
        return events.Count > 0;
    }

    private void Restart()
    {
        (_feed, _rest, _retried) = (new EventFeed(), new HistoryRest(), new RetriedCandidates(Header.Spec.Deterministic));
        (Trials, Shares) = (new TrialTable(), space is null ? null : new ChoiceShares(space.Decisions));
        (IsUpToDate, IsSupernet) = (false, false);
    }

    private void Add(DateTimeOffset at, SearchEvent happened)
    {
        if (_retried.Before(happened) is { } back)
        {
            Trials.TakeBack(back);
        }

        _rest.Add(at, happened);
        switch (happened)
        {
            case Proposed e:
                Trials.Propose(e.Candidate);
                Shares?.Add(e.Candidate);
                IsSupernet |= e.Candidate.Work is SupernetStep;
                break;
            case Measured { Measurement: var measurement } e:
                Trials.Measure(e.Number, at, measurement, Score(measurement), Excess(measurement));
                break;
            case Observed e:
                Trials.Observe(e.Number, e.Status);
                break;
        }
    }

    private double? Score(Measurement measurement) => measurement.Failure is null ? objective?.Score(measurement.Metrics) : null;

    private double Excess(Measurement measurement) =>
        measurement.Failure is not null || objective is null ? 0 : Feasibility.Of(objective, measurement.Metrics).Required;
}
