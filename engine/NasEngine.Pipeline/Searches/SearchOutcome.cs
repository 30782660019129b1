using NasEngine.Search;

namespace NasEngine.Pipeline.Searches;

/// <summary>How a run ended.</summary>
/// <param name="State">The search as it stands in the journal.</param>
/// <param name="Interrupted">Stopped on request; it can be resumed.</param>
public sealed record SearchOutcome(SearchState State, bool Interrupted)
{
    /// <summary>What a part of a plugin threw that ended the search; null when none did.</summary>
    public Exception? Problem { get; init; }
}
