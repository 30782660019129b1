using System.Globalization;

namespace NasEngine.Networks;

/// <summary>Shape of one feature map without the batch: channels × height × width. A vector is C×1×1.</summary>
public readonly record struct FeatureShape(int Channels, int Height, int Width)
{
    /// <summary>Scalars in it.</summary>
    public long Count => (long)Channels * Height * Width;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Channels}×{Height}×{Width}");
}
