using System.Collections.Immutable;

namespace NasEngine.Contracts.Recipes;

/// <summary>An architecture that a search found.</summary>
/// <param name="Architecture">The architecture.</param>
/// <param name="Text">The same in the text form of its space.</param>
/// <param name="Metrics">Scalars by name, see <see cref="MetricNames"/>; all measured or counted.</param>
public sealed record FoundArchitecture(
    Architecture Architecture, string Text, ImmutableSortedDictionary<string, double> Metrics);
