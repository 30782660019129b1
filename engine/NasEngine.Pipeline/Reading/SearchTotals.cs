using System.Collections.Immutable;
using NasEngine.Search;

namespace NasEngine.Pipeline.Reading;

/// <summary>What is known of a whole search of which not all candidates were read.</summary>
/// <param name="State">The search when its last candidate was measured, as it was saved.</param>
public sealed record SearchTotals(SearchState State)
{
    /// <summary>Failed candidates by reason; null where there were too many reasons to be kept.</summary>
    public ImmutableSortedDictionary<string, long>? Reasons =>
        State.Failures.Reasons.Values.Sum() == State.Failures.Count ? State.Failures.Reasons : null;
}
