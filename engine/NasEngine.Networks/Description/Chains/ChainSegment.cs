using System.Collections.Immutable;

namespace NasEngine.Networks;

/// <summary>A part of a chain: what it adds depends on the shape before it and on its own decisions only.</summary>
/// <param name="Decisions">Numbers of the decisions it looks at.</param>
/// <param name="Add">Adds the part behind a map; may give the map back unchanged.</param>
public sealed record ChainSegment(ImmutableArray<int> Decisions, AddSegment Add);

/// <summary>Adds a segment behind a map, given all values of an architecture.</summary>
public delegate FeatureMap AddSegment(FeatureMap map, ReadOnlySpan<int> values);
