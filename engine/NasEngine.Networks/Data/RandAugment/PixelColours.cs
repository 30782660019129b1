namespace NasEngine.Networks;

/// <summary>Changes of colour: blends of an image with a plainer one, at a factor where 1 is the image and 0 the plain one.</summary>
internal static class PixelColours
{
    /// <summary>Blends with black.</summary>
    public static void Brightness(PixelImage image, double factor) => Blend(image, (_, _) => 0, factor);

    /// <summary>Blends with grey; nothing where there are no colours.</summary>
    public static void Saturation(PixelImage image, double factor)
    {
        if (image.Channels >= 3)
        {
            var grey = image.Grey();
            Blend(image, (place, _) => grey[place], factor);
        }
    }

    /// <summary>Blends with the mean grey.</summary>
    public static void Contrast(PixelImage image, double factor)
    {
        var mean = (float)image.Grey().Average(value => (double)value);
        Blend(image, (_, _) => mean, factor);
    }

    /// <summary>Blends with the image smoothed by a kernel of 3×3 whose middle weighs five times as much; the border stays.</summary>
    public static void Sharpness(PixelImage image, double factor)
    {
        var (width, channels, before) = (image.Width, image.Channels, image.Pixels.ToArray());
        Blend(image, (place, channel) =>
        {
            var (row, column) = Math.DivRem(place, width);
            if (row == 0 || column == 0 || row == image.Height - 1 || column == width - 1)
            {
                return before[(place * channels) + channel];
            }

            var sum = 4f * before[(place * channels) + channel];
            for (var near = 0; near < 9; near++)
            {
                sum += before[((place + (((near / 3) - 1) * width) + (near % 3) - 1) * channels) + channel];
            }

            return (float)Math.Round(sum / 13);
        }, factor);
    }

    /// <summary>Keeps the highest bits of each value.</summary>
    public static void Posterize(PixelImage image, int bits) => Each(image, value => (byte)(value & (0xFF << (8 - bits))));

    /// <summary>Inverts values from a threshold on.</summary>
    public static void Solarize(PixelImage image, double threshold) =>
        Each(image, value => value >= threshold ? (byte)(255 - value) : value);

    private static void Each(PixelImage image, Func<byte, byte> change)
    {
        foreach (ref var value in image.Pixels.Span)
        {
            value = change(value);
        }
    }

    private static void Blend(PixelImage image, Func<int, int, float> plain, double factor)
    {
        var (own, other) = ((float)factor, (float)(1 - factor));
        var pixels = image.Pixels.Span;
        for (var at = 0; at < pixels.Length; at++)
        {
            var mixed = (own * pixels[at]) + (other * plain(at / image.Channels, at % image.Channels));
            pixels[at] = (byte)Math.Clamp(mixed, 0, 255);
        }
    }
}
