using System.Collections.Immutable;

namespace NasEngine.Networks;

/// <summary>
/// What is known of a feature map of a grown network: channel c has the values of channel Origins[c] of the old network's.
/// </summary>
/// <param name="Origins">The old channel of each channel.</param>
/// <param name="Before">Channels of the old map.</param>
internal readonly record struct MorphedMap(ImmutableArray<int> Origins, int Before)
{
    /// <summary>Whether it is what an operation hands on that the old network has not.</summary>
    public bool IsPassed { get; init; }

    /// <summary>Whether no value is negative.</summary>
    public bool IsPositive { get; init; }

    /// <summary>Whether all values are 0, and the old network has no such map.</summary>
    public bool IsZero { get; init; }

    /// <summary>A map of zeros.</summary>
    public static MorphedMap Zero { get; } = new([], 0) { IsZero = true };

    /// <summary>Whether it is the old one, channel by channel.</summary>
    public bool IsUnchanged => !IsZero && Origins.Length == Before && Origins.Select((old, channel) => old == channel).All(same => same);

    /// <summary>The old network's map.</summary>
    public static MorphedMap Same(int channels) => new([.. Enumerable.Range(0, channels)], channels);
}
