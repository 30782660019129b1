using System.Buffers;
using MessagePack;
using NasEngine.Contracts;
using NasEngine.Pipeline.Records;
using NasEngine.Search;

namespace NasEngine.Pipeline.Searches;

/// <summary>Searches and strategies as bytes, for the journal.</summary>
internal static class Saving
{
    /// <summary>What a strategy saves.</summary>
    public static byte[] Strategy(IStrategy strategy)
    {
        var saved = new ArrayBufferWriter<byte>();
        strategy.Save(saved);
        return saved.WrittenSpan.ToArray();
    }

    /// <summary>A search that is still searching, with what its strategy saved.</summary>
    public static SavedSearch Search(SearchState state, byte[] strategy) =>
        new(RecordBytes.Write(state.ToRecord()), strategy);
}
