using System.Collections.Immutable;

namespace NasEngine.Search;

/// <summary>What follows from an input.</summary>
/// <param name="Run">The run after it.</param>
/// <param name="Events">What is to be written to the journal, in order, after all events decided before.</param>
/// <param name="Effects">What is to be done now, in order.</param>
/// <param name="Saved">The strategy's state after these events, for a snapshot; null when there is to be none.</param>
public sealed record SearchDecision(
    SearchRun Run, ImmutableArray<SearchEvent> Events, ImmutableArray<SearchEffect> Effects, byte[]? Saved);
