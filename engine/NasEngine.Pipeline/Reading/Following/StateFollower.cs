using MessagePack;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Records;
using NasEngine.Search;

namespace NasEngine.Pipeline.Reading.Following;

/// <summary>
/// Where a search is, from its newest snapshot and what came after it: it takes as long however many candidates there were. The chain of
/// the events is checked from there. What the strategy was not told of yet counts as observed. Nothing is held open between two looks.
/// Used from one thread at a time.
/// </summary>
/// <param name="space">The search's space; null where its plugin is not there: then two architectures are two networks.</param>
/// <param name="objective">Its objective; null where its plugin is not there: then nothing has a score.</param>
public sealed class StateFollower(ISearchSpace? space, IObjective? objective)
{
    private const int Times = 30;
    private const int EventsAtOnce = 20_000;

    private readonly Queue<DateTimeOffset> _measured = new();
    private EventFollower _events = null!;

    /// <summary>The state; null before it was read.</summary>
    public SearchState? State { get; private set; }

    /// <summary>What was measured of the objective, candidate by candidate; of a long search its last ones.</summary>
    public ObjectiveCurve Curve { get; private set; } = new();

    /// <summary>When its last candidate was measured; null before that.</summary>
    public DateTimeOffset? LastAt => _measured.Count > 0 ? _measured.Last() : null;

    /// <summary>Candidates a second over the last ones that were measured; null where fewer than two were seen.</summary>
    public double? PerSecond => _measured.Count > 1 && (_measured.Last() - _measured.Peek()).TotalSeconds is > 0 and var seconds
        ? (_measured.Count - 1) / seconds : null;

    /// <summary>
    /// Reads what is new; whether there was any. What fails in the middle, in the journal, in the objective or in who is told, leaves no
    /// state: the next call begins anew, since events that were read and not applied would be missing.
    /// </summary>
    /// <param name="journal">The journal; another connection to it at every call, or the same one.</param>
    /// <param name="header">The search, as the journal lists it now.</param>
    /// <param name="changed">Called with every state on the way; null for nobody.</param>
    /// <exception cref="InputException">The journal is damaged.</exception>
    public bool Advance(SearchJournal journal, SearchHeader header, Action<SearchState>? changed = null)
    {
        try
        {
            return Read(journal, header, changed);
        }
        catch
        {
            State = null;
            throw;
        }
    }

    private bool Read(SearchJournal journal, SearchHeader header, Action<SearchState>? changed)
    {
        var begins = State is null || EventTail.LinkAt(journal, header, _events.Sequence) is var link && link != _events.Link
            && _events.Sequence > 0;
        if (begins)
        {
            Start(journal, header);
        }

        for (var any = begins; ; any = true)
        {
            var events = _events.Next(journal, header, EventsAtOnce);
            if (events.Any(one => one.Event is Redefined or Failed { Retry: not null }))
            {
                Replay(journal, header);
                changed?.Invoke(State!);
                return true;
            }

            foreach (var happened in events)
            {
                Take(happened);
                changed?.Invoke(State!);
            }

            if (events.Count < EventsAtOnce)
            {
                return any || events.Count > 0;
            }
        }
    }

    private void Start(SearchJournal journal, SearchHeader header)
    {
        Forget();
        if (SnapshotTable.Latest(journal, header.Id) is not { } snapshot
            || RecordBytes.Read<StateRecord>(snapshot.State) is not { Front: not null, Failures.Reasons: not null } record
            || EventTail.LinkAt(journal, header, snapshot.Sequence) is not { } link)
        {
            (State, _events) = (new SearchState(header.Spec), new EventFollower(header));
            return;
        }

        foreach (var happened in EventTail.LastResults(journal, header, snapshot.Sequence, ObjectiveCurve.Most))
        {
            Note(header.Spec, happened);
        }

        State = FollowedState.WithArrived(record.ToState(header.Spec), objective, space);
        _events = new EventFollower(snapshot.Sequence, link);
    }

    /// <summary>From the beginning: later events took earlier ones back.</summary>
    private void Replay(SearchJournal journal, SearchHeader header)
    {
        Forget();
        (State, _events) = (new SearchState(header.Spec), new EventFollower(header));
        var all = _events.Next(journal, header, int.MaxValue);
        foreach (var happened in TakenBack.Without(
            all, header.Spec.Deterministic, one => one.Event, (one, other) => one with { Event = other }))
        {
            Take(happened);
        }
    }

    private void Forget()
    {
        _measured.Clear();
        Curve = new ObjectiveCurve();
    }

    private void Take(JournaledEvent happened)
    {
        State = FollowedState.After(State!, happened.Event, objective, space);
        Note(State.Spec, happened);
    }

    private void Note(SearchSpec spec, JournaledEvent happened)
    {
        if (happened.Event is not Measured { Measurement: var measurement })
        {
            return;
        }

        _measured.Enqueue(happened.At);
        while (_measured.Count > Times)
        {
            _measured.Dequeue();
        }

        if (measurement.Failure is null && ObjectiveCurve.ValueOf(spec, measurement) is { } value)
        {
            Curve.Add(value);
        }
    }
}
