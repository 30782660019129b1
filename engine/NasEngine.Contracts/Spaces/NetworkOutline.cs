using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>What a distance between networks compares.</summary>
/// <param name="Layers">The layers in order.</param>
/// <param name="Skips">The skip connections.</param>
public sealed record NetworkOutline(ImmutableArray<LayerOutline> Layers, ImmutableArray<SkipOutline> Skips);

/// <summary>A layer.</summary>
/// <param name="Kind">What it does; layers of different kinds are never compared.</param>
/// <param name="Width">Its units or channels, at least 1.</param>
/// <param name="Kernel">Side of its kernel, at least 1.</param>
public sealed record LayerOutline(string Kind, int Width, int Kernel = 1);

/// <summary>A skip connection.</summary>
/// <param name="From">Number of the layer that it begins at, from 1.</param>
/// <param name="Length">Layers that it skips, at least 1.</param>
public sealed record SkipOutline(int From, int Length);
