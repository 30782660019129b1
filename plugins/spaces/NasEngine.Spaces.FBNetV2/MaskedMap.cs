using System.Collections.Immutable;
using NasEngine.Networks;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>A map at its widest, of which choices keep the first channels: those behind their width are 0.</summary>
/// <param name="Map">The map.</param>
/// <param name="Width">How many channels each combination of choices keeps.</param>
/// <param name="Sides">Height of the map at each resolution of the image; one where there are no others.</param>
internal readonly record struct MaskedMap(FeatureMap Map, Selection Width, ImmutableArray<int> Sides);
