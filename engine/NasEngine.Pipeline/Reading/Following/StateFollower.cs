using MessagePack;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Records;
using NasEngine.Search;

namespace NasEngine.Pipeline.Reading.Following;

/// <summary>
/// Where a search is, from its newest snapshot and what came after it: it takes as long however many candidates there were. What the
/// strategy was not told of yet counts as observed. Used from one thread at a time.
/// </summary>
/// <param name="space">The search's space; null where its plugin is not there: then two architectures are two networks.</param>
/// <param name="objective">Its objective; null where its plugin is not there: then nothing has a score.</param>
public sealed class StateFollower(ISearchSpace? space, IObjective? objective)
{
    private const int Times = 30;

    private readonly Queue<DateTimeOffset> _measured = new();
    private SearchState? _journaled;
    private Failed? _failure;
    private EventFeed _feed = new();

    /// <summary>The state; null before it was read.</summary>
    public SearchState? State { get; private set; }

    /// <summary>When its last candidate was measured; null before that.</summary>
    public DateTimeOffset? LastAt => _measured.Count > 0 ? _measured.Last() : null;

    /// <summary>Candidates a second over the last ones that were measured; null where fewer than two were seen.</summary>
    public double? PerSecond => _measured.Count > 1 && (_measured.Last() - _measured.Peek()).TotalSeconds is > 0 and var seconds
        ? (_measured.Count - 1) / seconds : null;

    /// <summary>Reads what is new; whether there was any.</summary>
    /// <exception cref="InputException">The journal cannot be read.</exception>
    public bool Advance(SearchJournal journal, SearchHeader header)
    {
        if (_journaled is null)
        {
            Start(journal, header);
        }

        var events = _feed.Next(journal, header, int.MaxValue - 1);
        if (events is null || events.Any(one => one.Event is Redefined or Failed { Retry: not null }))
        {
            Replay(journal, header);
            return true;
        }

        foreach (var happened in events)
        {
            Apply(happened);
        }

        State = events.Count > 0 || State is null ? Shown() : State;
        return events.Count > 0;
    }

    private void Start(SearchJournal journal, SearchHeader header)
    {
        var saved = SnapshotTable.Latest(journal, header.Id);
        _journaled = saved is null
            ? new SearchState(header.Spec)
            : MessagePackSerializer.Deserialize<StateRecord>(saved.State).ToState(header.Spec);
        _feed = new EventFeed(saved?.Sequence ?? 0);
    }

    /// <summary>From the beginning: later events took earlier ones back.</summary>
    private void Replay(SearchJournal journal, SearchHeader header)
    {
        (_feed, _journaled, _failure) = (new EventFeed(), new SearchState(header.Spec), null);
        _measured.Clear();
        var all = _feed.Next(journal, header, int.MaxValue - 1) ?? [];
        var counting = TakenBack.Without(
            all, header.Spec.Deterministic, happened => happened.Event, (happened, other) => happened with { Event = other });
        foreach (var happened in counting)
        {
            Apply(happened);
        }

        State = Shown();
    }

    /// <summary>With what the strategy was not told of yet; a search that failed and went on did not fail.</summary>
    private SearchState Shown() => _failure is null ? Observed(_journaled!) : Observed(_journaled!).Apply(_failure);

    private void Apply(JournaledEvent happened)
    {
        _failure = happened.Event as Failed;
        _journaled = happened.Event switch
        {
            Failed => _journaled,
            Observed e => Observed(_journaled!, e),
            Proposed or FinalistsChosen or TimeSpent => Observed(_journaled!).Apply(happened.Event),
            var other => _journaled!.Apply(other),
        };
        if (happened.Event is Measured)
        {
            _measured.Enqueue(happened.At);
            while (_measured.Count > Times)
            {
                _measured.Dequeue();
            }
        }
    }

    /// <summary>After the strategy was told of a candidate, and of those before it: a strategy that says nothing leaves no event.</summary>
    private SearchState Observed(SearchState state, Observed last)
    {
        while (state.NextToObserve() is { } arrival)
        {
            state = Observe(state, arrival, arrival.Number == last.Number ? last : new Observed(arrival.Number, state.Status));
            if (arrival.Number == last.Number)
            {
                break;
            }
        }

        return state;
    }

    private SearchState Observed(SearchState state)
    {
        while (state.NextToObserve() is { } arrival)
        {
            state = Observe(state, arrival, new Observed(arrival.Number, state.Status));
        }

        return state;
    }

    private SearchState Observe(SearchState state, Arrival arrival, Observed observed) =>
        FollowedState.Told(state, arrival.Measurement, observed, objective, space);
}
