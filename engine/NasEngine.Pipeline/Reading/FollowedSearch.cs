using MessagePack;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Records;
using NasEngine.Search;

namespace NasEngine.Pipeline.Reading;

/// <summary>
/// Follows a search that runs in another process by what it commits. A long search is taken up where its newest snapshot is, so that the
/// first look takes as long whatever was before; nothing is held open between two looks, and the search is not disturbed.
/// </summary>
public sealed class FollowedSearch
{
    private readonly SearchJournal _journal;
    private readonly IObjective? _objective;
    private readonly ISearchSpace? _space;
    private EventFollower _events;

    /// <summary>Begins to follow.</summary>
    /// <param name="journal">The journal, open to read for as long as this is used.</param>
    /// <param name="header">The search.</param>
    /// <param name="objective">What scores its trials; null where nobody knows.</param>
    /// <param name="space">Its space; null where nobody knows.</param>
    /// <exception cref="InputException">The journal is damaged.</exception>
    public FollowedSearch(SearchJournal journal, SearchHeader header, IObjective? objective, ISearchSpace? space)
    {
        (_journal, Header, _objective, _space) = (journal, header, objective, space);
        (State, _events) = Begin();
        Look(_ => { });
    }

    /// <summary>The search, as the journal lists it.</summary>
    public SearchHeader Header { get; private set; }

    /// <summary>Where it is.</summary>
    public SearchState State { get; private set; }

    /// <summary>When the last event that was seen was committed; null before the first.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>What was measured of the objective, candidate by candidate; of a long search its last ones.</summary>
    public ObjectiveCurve Curve { get; private set; } = new();

    /// <summary>The metric that the curve is of: the objective's, or where a step of a supernet has none a loss.</summary>
    public static double? CurveValue(SearchSpec spec, Measurement measurement)
    {
        foreach (var metric in new[] { spec.Objective.Axes[0].Metric, MetricNames.ValidationLoss, MetricNames.TrainLoss })
        {
            if (measurement.Metrics.TryGetValue(metric, out var value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Takes in what was committed since the last look.</summary>
    /// <param name="changed">Called with every state on the way.</param>
    /// <returns>Whether there was anything.</returns>
    /// <exception cref="InputException">The journal is damaged, or the search is not there any more.</exception>
    public bool Look(Action<SearchState> changed)
    {
        var events = _events.Next();
        if (events.Any(one => one.Event is Redefined or Failed { Retry: not null }))
        {
            Header = Current();
            (State, Curve) = (new SearchState(Header.Spec), new ObjectiveCurve());
            _events = new EventFollower(_journal, Header, 0, Header.FirstLink);
            var all = _events.Next();
            foreach (var happened in TakenBack.Without(
                all, Header.Spec.Deterministic, one => one.Event, (one, other) => one with { Event = other }))
            {
                Take(happened);
            }

            changed(State);
            return true;
        }

        foreach (var happened in events)
        {
            Take(happened);
            changed(State);
        }

        Header = Current();
        return events.Count > 0;
    }

    private void Take(JournaledEvent happened)
    {
        State = FollowedState.After(State, happened.Event, _objective, _space);
        At = happened.At;
        Add(happened.Event);
    }

    private void Add(SearchEvent happened)
    {
        if (happened is Measured { Measurement: { Failure: null } measurement } && CurveValue(Header.Spec, measurement) is { } value)
        {
            Curve.Add(value);
        }
    }

    private SearchHeader Current() => _journal.List().FirstOrDefault(one => one.Id == Header.Id)
        ?? throw new InputException($"Search '{Header.Spec.Name}' is not in '{_journal.Path}' any more.");

    private (SearchState State, EventFollower Events) Begin()
    {
        if (SnapshotTable.Latest(_journal, Header.Id) is not { } snapshot
            || MessagePackSerializer.Deserialize<StateRecord>(snapshot.State) is not { Front: not null, Failures.Reasons: not null } record
            || EventTail.LinkAt(_journal, Header, snapshot.Sequence) is not { } link)
        {
            return (new SearchState(Header.Spec), new EventFollower(_journal, Header, 0, Header.FirstLink));
        }

        foreach (var happened in EventTail.LastResults(_journal, Header, snapshot.Sequence, ObjectiveCurve.Most))
        {
            At = happened.At;
            Add(happened.Event);
        }

        return (
            FollowedState.WithArrived(record.ToState(Header.Spec), _objective, _space),
            new EventFollower(_journal, Header, snapshot.Sequence, link));
    }
}
