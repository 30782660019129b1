using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>The variables of one layer.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Decisions">Numbers of its decisions, ascending.</param>
public sealed record DecisionGroup(string Name, ImmutableArray<int> Decisions);
