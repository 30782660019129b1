namespace NasEngine.Networks;

/// <summary>Rounding of channel counts.</summary>
public static class Channels
{
    /// <summary>
    /// The nearest multiple of <paramref name="divisor"/>, halves up, at least one multiple.
    /// </summary>
    public static int Nearest(double channels, int divisor) =>
        Math.Max(divisor, (int)Math.Floor(channels / divisor + 0.5) * divisor);

    /// <summary>
    /// The nearest multiple, raised by one multiple where rounding down would lose more than a tenth (MobileNetV2's
    /// reference code, taken over by MnasNet and EfficientNet).
    /// </summary>
    public static int KeepingNineTenths(double channels, int divisor)
    {
        var nearest = Nearest(channels, divisor);
        return nearest < 0.9 * channels ? nearest + divisor : nearest;
    }
}
