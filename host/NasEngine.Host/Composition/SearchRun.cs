using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Composition;

/// <summary>A search that is run to its end, and for what.</summary>
/// <param name="Spec">The search.</param>
internal sealed record SearchRun(SearchSpec Spec)
{
    /// <summary>The search that it is compared with, whose data it must have; null where it is run for itself.</summary>
    public SearchHeader? Compared { get; init; }

    /// <summary>Who hears of its trials; null for nobody.</summary>
    public TrialTelling? Telling { get; init; }

    /// <summary>
    /// Writes what it begins with, once its parts and what it reads are known and the workspace is locked; throws where it reads what it
    /// must not. Null where it begins with nothing.
    /// </summary>
    public Action<SearchSpec, SearchOrigin>? Begin { get; init; }
}
