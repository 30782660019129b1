using NasEngine.Search;

namespace NasEngine.Pipeline.Journal;

/// <summary>What is written in one transaction: all of it or nothing.</summary>
/// <param name="Events">In order.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Seconds">Running time to add to the search's.</param>
/// <param name="State">The state's name for listings.</param>
/// <param name="Snapshot">State and strategy after the events, or null; its sequence number is filled in.</param>
public sealed record Commit(
    IReadOnlyList<SearchEvent> Events, DateTimeOffset At, double Seconds, string State, Snapshot? Snapshot);
