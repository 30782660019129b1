using System.Collections.Immutable;

namespace NasEngine.Contracts.Recipes;

/// <summary>Where a search stood after one of its trials, or steps of a supernet.</summary>
/// <param name="Number">Number of the trial or step, from 0.</param>
/// <param name="At">When its result was written.</param>
/// <param name="Score">What the objective makes of it, more being better; null of a step and of what failed.</param>
/// <param name="Best">The best score up to here of those at the highest fidelity so far; null before the first.</param>
/// <param name="Status">What the strategy said then by name, such as the entropy of its distribution.</param>
public sealed record FoundPoint(
    long Number, DateTimeOffset At, double? Score, double? Best, ImmutableSortedDictionary<string, double> Status);
