using MessagePack;
using NasEngine.Contracts;
using NasEngine.Pipeline.Actors;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Records;
using NasEngine.Search;

namespace NasEngine.Pipeline.Searches;

/// <summary>A search brought to where its journal ends, with a writer that goes on there.</summary>
internal sealed record LoadedSearch(SearchState State, TrainerMemory Memory, EventWriter Writer)
{
    public static LoadedSearch From(SearchJournal journal, SearchHeader header, PreparedSearch prepared, string checkpoints, DateTimeOffset now)
    {
        var reader = new EventReader(journal, header);
        var snapshot = SnapshotTable.Latest(journal, header.Id);
        var stateful = prepared.Strategy.Kind == WorkKind.SupernetSteps;
        var events = reader.Read(skip: stateful ? 0 : snapshot?.Sequence ?? 0).ToArray();
        var (state, unwritten) = Replay.Run(
            Start(prepared, snapshot), prepared.Strategy, prepared.Space,
            events.Where(happened => happened.Sequence > (snapshot?.Sequence ?? 0)).Select(happened => happened.Event));
        var memory = stateful && state.Phase == SearchPhase.Searching
            ? Remembered(checkpoints, [.. events.Select(happened => happened.Event)])
            : new TrainerMemory(checkpoints, [], []);
        var writer = new EventWriter(journal, header, reader);
        if (unwritten.Count > 0)
        {
            writer.Append(new Commit(unwritten, now, 0, header.State, null));
        }

        return new LoadedSearch(state, memory, writer);
    }

    private static SearchState Start(PreparedSearch prepared, Snapshot? snapshot)
    {
        if (snapshot is null)
        {
            return new SearchState(prepared.Spec);
        }

        prepared.Strategy.Restore(snapshot.Strategy);
        return MessagePackSerializer.Deserialize<StateRecord>(snapshot.State).ToState(prepared.Spec);
    }

    private static TrainerMemory Remembered(string folder, IReadOnlyList<SearchEvent> events)
    {
        var proposed = events.OfType<Proposed>().ToDictionary(e => e.Candidate.Number, e => e.Candidate);
        return new TrainerMemory(
            folder, events.OfType<CheckpointSaved>(), events.OfType<Measured>().Select(e => (proposed[e.Number], e.Measurement)));
    }
}
