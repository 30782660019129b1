using NasEngine.Search;

namespace NasEngine.Pipeline.Journal;

/// <summary>A search at one place of its journal, so that a resume need not replay what came before.</summary>
/// <param name="Sequence">Number of the last event in it.</param>
/// <param name="State">The state's record as MessagePack.</param>
/// <param name="Strategy">What the strategy saved.</param>
public sealed record Snapshot(long Sequence, byte[] State, byte[] Strategy)
{
    /// <summary>A snapshot that is yet to be written; the journal numbers it.</summary>
    internal static Snapshot Next(SavedSearch search) => At(0, search);

    /// <summary>What was saved at a place of the journal.</summary>
    internal static Snapshot At(long sequence, SavedSearch search) => new(sequence, search.State, search.Strategy);
}
