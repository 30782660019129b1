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
    /// <summary>Replays what came after the newest snapshot, which is not one from before <paramref name="start"/>.</summary>
    /// <exception cref="StrategyFault">The strategy does not do what it did, or does not return within the limit.</exception>
    public static async Task<LoadedSearch> FromAsync(
        SearchJournal journal, SearchHeader header, Snapshot? start, PreparedSearch prepared, TimeSpan strategyLimit, TimeProvider time)
    {
        var reader = new EventReader(journal, header);
        var snapshot = SnapshotTable.Latest(journal, header.Id) is { } latest && latest.Sequence > (start?.Sequence ?? 0) ? latest : start;
        var stateful = prepared.Strategy.Kind.HasSupernet();
        var saved = snapshot is null ? null : MessagePackSerializer.Deserialize<StateRecord>(snapshot.State);
        var events = reader.Read(skip: stateful || saved is { Front: null } ? 0 : snapshot?.Sequence ?? 0).ToArray();
        var before = events.TakeWhile(happened => happened.Sequence <= (snapshot?.Sequence ?? 0))
            .Select(happened => happened.Event).ToArray();
        var (state, unwritten) = await ReplayLimit.RunAsync(
            prepared.Spec.Strategy.Id,
            prepared.Strategy,
            strategy => Replay.Run(
                Start(prepared.Spec, strategy, snapshot, saved, before), strategy, prepared.Space, prepared.Parts.Objective,
                events.Skip(before.Length).Select(happened => happened.Event)),
            strategyLimit,
            time).ConfigureAwait(false);
        ImmutableArray<CheckpointSaved> checkpoints =
            [.. events.Select(happened => happened.Event).OfType<CheckpointSaved>().TakeLast(CheckpointStore.Kept)];
        var writer = new EventWriter(journal, header, reader);
        if (unwritten.Count > 0)
        {
            writer.Append(new Commit(unwritten, time.GetUtcNow(), 0, header.State, null));
        }

        return new LoadedSearch(state, checkpoints, writer);
    }

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
        return saved.Front is null ? state with { NonDominated = Front(spec, before) } : state;
    }

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
