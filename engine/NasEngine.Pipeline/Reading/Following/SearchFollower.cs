using System.Runtime.CompilerServices;
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
    /// <summary>Notable events that are kept.</summary>
    private const int Most = 5_000;

    /// <summary>Stands for events that say nothing of how a search fails or goes on.</summary>
    private static readonly SearchEvent Ordinary = new Observed(0, HistoryBuilder.NoStatus);

    private readonly QuickEvents _quick = new();
    private readonly bool _isFree = objective?.Constraints.IsDefaultOrEmpty ?? true;
    private EventFeed _feed = new();
    private RetriedCandidates _retried = new(header.Spec.Deterministic);
    private HistoryRest _rest = new(header.Spec.Final?.Seeds ?? 1);
    private Queue<JournaledEvent> _notable = new();

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

    /// <summary>
    /// The last events, in order, that are no proposal, no good result and no checkpoint: what failed, was lost, won or was replaced.
    /// </summary>
    public IReadOnlyCollection<JournaledEvent> Notable => _notable;

    /// <summary>What people wrote down, in order.</summary>
    public IReadOnlyList<Note> Notes => _rest.Notes;

    /// <summary>The nodes that worked for it.</summary>
    public NodeTable Nodes { get; private set; } = new();

    /// <summary>Why it failed, or null.</summary>
    public string? Failure => _rest.Failure;

    /// <summary>Reads what is new, at most so many events; whether there was any.</summary>
    /// <exception cref="InputException">An event cannot be read.</exception>
    public bool Advance(SearchJournal journal, SearchHeader now, int most)
    {
        Header = now;
        var read = _feed.Read(journal, now, most, scan =>
        {
            if (!_quick.Add(scan, this))
            {
                Add(JournaledEvent.Of(scan, now));
            }
        });
        if (read is not { } count)
        {
            Restart();
            return true;
        }

        IsUpToDate = count < most;
        return count > 0;
    }

    private void Restart()
    {
        (_feed, _retried) = (new EventFeed(), new RetriedCandidates(Header.Spec.Deterministic));
        _rest = new HistoryRest(Header.Spec.Final?.Seeds ?? 1);
        (Trials, Shares) = (new TrialTable(), space is null ? null : new ChoiceShares(space.Decisions));
        Nodes = new NodeTable();
        (IsUpToDate, IsSupernet, _notable) = (false, false, new Queue<JournaledEvent>());
    }

    /// <summary>A measurement that did not fail.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Measured(long number, DateTimeOffset at, Dictionary<string, double> metrics, WorkedBy by)
    {
        Begin(at, Ordinary);
        Nodes.Done(at, by);
        Trials.Work(number, by);
        Trials.Measure(number, at, metrics, objective?.Score(metrics), _isFree ? 0 : Feasibility.Of(objective!, metrics).Required);
    }

    /// <summary>Where the strategy stood after a candidate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Observed(long number, DateTimeOffset at, Dictionary<string, double> status)
    {
        Begin(at, Ordinary);
        Trials.Observe(number, status);
    }

    /// <summary>A trial that was proposed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Proposed(long number, DateTimeOffset at, ReadOnlySpan<int> values, Fidelity fidelity)
    {
        Begin(at, Ordinary);
        _retried.Proposed(number);
        Trials.Propose(number, at, values, fidelity);
        Shares?.Add(number, values);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Begin(DateTimeOffset at, SearchEvent happened)
    {
        if (_retried.Before(happened) is { } back)
        {
            Trials.TakeBack(back);
        }

        _rest.Add(at, happened);
    }

    private void Add(JournaledEvent journaled)
    {
        var (at, happened) = (journaled.At, journaled.Event);
        Begin(at, happened);
        Nodes.Add(at, happened);
        if (happened is not (Search.Proposed or Search.Measured { Measurement.Failure: null } or Search.Observed or CheckpointSaved))
        {
            _notable.Enqueue(journaled);
            while (_notable.Count > Most)
            {
                _notable.Dequeue();
            }
        }

        switch (happened)
        {
            case Proposed e:
                Trials.Propose(e.Candidate, at);
                Shares?.Add(e.Candidate);
                IsSupernet |= e.Candidate.Work is SupernetStep;
                break;
            case Measured { Measurement.Failure: { } failure } e:
                Trials.Work(e.Number, e.By);
                Trials.Fail(e.Number, at, failure);
                break;
        }
    }
}
