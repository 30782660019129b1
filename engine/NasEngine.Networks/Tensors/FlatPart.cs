using System.Collections.Immutable;

namespace NasEngine.Networks;

/// <summary>A tensor's place in a flat one.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">Its first element.</param>
/// <param name="Length">Its elements and the padding after them.</param>
/// <param name="Shape">Sizes, outermost first.</param>
/// <param name="Strides">Steps in memory, in elements; a dense layout in any order of the dimensions.</param>
public sealed record FlatPart(string Name, long Start, long Length, ImmutableArray<long> Shape, ImmutableArray<long> Strides);
