using System.Collections.Immutable;

namespace NasEngine.Networks;

/// <summary>A part of a chain: what it costs depends on the shape before it and on its own decisions only.</summary>
/// <param name="Decisions">Numbers of the decisions that its cost depends on; a non-linearity costs the same whichever it is.</param>
/// <param name="Add">Adds the part behind a map; may give the map back unchanged.</param>
public sealed record ChainSegment(ImmutableArray<int> Decisions, AddSegment Add)
{
    /// <summary>
    /// Numbers of the decisions that change what it computes, and thereby how long that takes, and none of its counted costs.
    /// </summary>
    public ImmutableArray<int> Uncounted { get; init; } = [];
}

/// <summary>Adds a segment behind a map, given all values of an architecture.</summary>
public delegate FeatureMap AddSegment(FeatureMap map, ReadOnlySpan<int> values);
