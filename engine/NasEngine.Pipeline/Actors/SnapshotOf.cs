using MessagePack;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Records;
using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>Makes snapshots; the journal numbers them.</summary>
internal static class SnapshotOf
{
    public static Snapshot State(SearchState state, byte[] strategy) =>
        new(0, MessagePackSerializer.Serialize(state.ToRecord()), strategy);
}
