using System.Collections.Immutable;
using MessagePack;
using NasEngine.Contracts;
using NasEngine.Pipeline.Checkpoints;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Records;
using NasEngine.Search;

namespace NasEngine.Pipeline.Searches;

/// <summary>A search brought to where its journal ends, with a writer that goes on there.</summary>
internal sealed record LoadedSearch(SearchState State, ImmutableArray<CheckpointSaved> Checkpoints, EventWriter Writer)
{
    private static readonly string Searching = SearchPhase.Searching.ToString().ToLowerInvariant();

    /// <summary>That the search goes on with another definition from here; null where it does not.</summary>
    public Redefined? Redefined { get; private init; }

    /// <summary>
    /// Replays what came after the newest snapshot, which is not one from before <paramref name="start"/>. Where the definition is another
    /// than the journal's, all is replayed under it: the search ends as one that had it from the start.
    /// </summary>
    /// <param name="journal">The journal.</param>
    /// <param name="header">The search in it.</param>
    /// <param name="start">Where it was when its plugins were replaced last; null when they never were.</param>
    /// <param name="prepared">The search as it is to be.</param>
    /// <param name="strategyLimit">How long a call of its strategy may take.</param>
    /// <param name="time">The clock.</param>
    /// <param name="unrank">Called before the journal says that the definition is another: the winners have no places any more.</param>
    /// <exception cref="StrategyFault">The strategy does not do what it did, or does not return within the limit.</exception>
    /// <exception cref="InputException">The search cannot go on with the other definition.</exception>
    public static async Task<LoadedSearch> FromAsync(
        SearchJournal journal, SearchHeader header, Snapshot? start, PreparedSearch prepared, TimeSpan strategyLimit, TimeProvider time,
        Action<IReadOnlyList<int>> unrank)
    {
        var changed = SpecExtension.Is(header.Spec, prepared.Spec, [.. header.Origin.Inputs.Files.Keys]);
        var reader = new EventReader(journal, header);
        var snapshot = !changed && SnapshotTable.Latest(journal, header.Id) is { } latest && latest.Sequence > (start?.Sequence ?? 0)
            ? latest : start;
        var saved = snapshot is null ? null : RecordBytes.Read<StateRecord>(snapshot.State);
        var whole = changed || prepared.Strategy.Kind.HasSupernet() || saved is { Front: null } or { Failures: null };
        var journaled = reader.Read(skip: whole ? 0 : snapshot?.Sequence ?? 0).ToList();
        var redefined = changed
            ? GoingOn.To(header.Spec, prepared.Spec, Counting(journaled, header.Spec).Select(happened => happened.Event))
            : null;
        if (redefined is not null)
        {
            GoingOn.MustBePossible(header.Spec, prepared, replaced: start is not null);
            journaled.Add(new JournaledEvent(reader.Sequence + 1, time.GetUtcNow(), redefined));
        }

        var events = Counting(journaled, header.Spec);
        var before = events.TakeWhile(happened => happened.Sequence <= (snapshot?.Sequence ?? 0))
            .Select(happened => happened.Event).ToArray();
        var (state, unwritten) = await GuardAsync(redefined is null ? null : header.Spec, prepared.Spec, () => ReplayLimit.RunAsync(
            prepared.Spec.Strategy.Id,
            prepared.Strategy,
            strategy => Replay.Run(
                Start(prepared.Spec, strategy, snapshot, saved, before), strategy, prepared.Space, prepared.Parts.Objective,
                events.Skip(before.Length).Select(happened => happened.Event)),
            strategyLimit,
            time)).ConfigureAwait(false);
        ImmutableArray<CheckpointSaved> checkpoints =
            [.. events.Select(happened => happened.Event).OfType<CheckpointSaved>().TakeLast(CheckpointStore.Kept)];
        var writer = new EventWriter(journal, header, reader);
        SearchEvent[] first = redefined is null ? [.. unwritten] : [redefined, .. unwritten];
        if (first.Length > 0)
        {
            if (redefined is not null)
            {
                unrank(GoingOn.Ranking(journaled.Select(happened => happened.Event)));
            }

            writer.Append(new Commit(first, time.GetUtcNow(), 0, redefined is null ? header.State : Searching, null));
        }

        return new LoadedSearch(state, checkpoints, writer) { Redefined = redefined };
    }

    /// <summary>Under another definition, what the strategy cannot do again is no fault of its own.</summary>
    private static async Task<Replayed> GuardAsync(SearchSpec? was, SearchSpec now, Func<Task<Replayed>> replay)
    {
        try
        {
            return await replay().ConfigureAwait(false);
        }
        catch (StrategyFault other) when (was is not null)
        {
            throw GoingOn.Refused(was, now, $"strategy '{now.Strategy.Id}' plans by its budget, and would have proposed otherwise", other);
        }
    }

    private static IReadOnlyList<JournaledEvent> Counting(IReadOnlyList<JournaledEvent> events, SearchSpec spec) => TakenBack.Without(
        events, spec.Deterministic, happened => happened.Event, (happened, other) => happened with { Event = other });

    /// <summary>Writes down that the search goes on with other plugins, and where from.</summary>
    public void GoOnWith(ImmutableArray<PluginChange> replaced, IStrategy strategy, string state, DateTimeOffset now)
    {
        var start = State.Phase == SearchPhase.Searching ? Saving.Search(State, Saving.Strategy(strategy)) : null;
        Writer.Append(new Commit([new PluginsChanged(replaced, start)], now, 0, state, null));
    }

    private static SearchState Start(SearchSpec spec, IStrategy strategy, Snapshot? snapshot, StateRecord? saved, SearchEvent[] before)
    {
        if (snapshot is null || saved is null)
        {
            return new SearchState(spec);
        }

        try
        {
            strategy.Restore(snapshot.Strategy);
        }
        catch (Exception problem)
        {
            throw new StrategyFault($"Strategy '{spec.Strategy.Id}' failed to restore what it saved: {problem.Message}", problem);
        }

        var state = saved.ToState(spec);
        state = saved.Failures is null ? state with { Failures = Failures(before, state.Arrived) } : state;
        return saved.Front is null ? state with { NonDominated = Front(spec, before) } : state;
    }

    /// <summary>The failures that an earlier program did not save, of all that the strategy was told of before the snapshot.</summary>
    private static FailureTally Failures(SearchEvent[] before, ImmutableArray<Arrival> arrived) => before.OfType<Measured>()
        .Where(measured => arrived.All(arrival => arrival.Number != measured.Number))
        .Aggregate(FailureTally.None, (tally, measured) => tally.With(measured.Number, measured.Measurement.Failure));

    /// <summary>The front that an earlier program did not save: of all trials before the snapshot.</summary>
    private static ImmutableArray<FrontMember> Front(SearchSpec spec, SearchEvent[] before)
    {
        var proposed = before.OfType<Proposed>().ToDictionary(e => e.Candidate.Number, e => e.Candidate.Work);
        return before.OfType<Measured>().Aggregate(
            ImmutableArray<FrontMember>.Empty,
            (front, e) => proposed[e.Number] is Trial trial
                ? ParetoFront.Add(front, spec.Objective.Axes, e.Number, trial.Architecture, e.Measurement)
                : front);
    }
}
