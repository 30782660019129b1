using NasEngine.Networks;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>A map at its widest, of which choices keep the first channels: those behind their width are 0.</summary>
/// <param name="Map">The map.</param>
/// <param name="Width">How many channels each combination of choices keeps.</param>
internal readonly record struct MaskedMap(FeatureMap Map, Selection Width);
