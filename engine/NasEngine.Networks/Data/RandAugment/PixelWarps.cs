namespace NasEngine.Networks;

/// <summary>Changes of place: each pixel becomes the nearest one of where an affine map leads, black where that is off the image.</summary>
internal static class PixelWarps
{
    /// <summary>Rows are moved to the left by a multiple of their number.</summary>
    public static void ShearX(PixelImage image, double slope) => Warp(image, (x, y) => (x + (slope * (y + (image.Height / 2.0))), y));

    /// <summary>Columns are moved upwards by a multiple of their number.</summary>
    public static void ShearY(PixelImage image, double slope) => Warp(image, (x, y) => (x, y + (slope * (x + (image.Width / 2.0)))));

    /// <summary>Moves the image to the right and down, pixels.</summary>
    public static void Translate(PixelImage image, int right, int down) => Warp(image, (x, y) => (x - right, y - down));

    /// <summary>Turns the image against the clock around its middle, degrees.</summary>
    public static void Rotate(PixelImage image, double degrees)
    {
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        Warp(image, (x, y) => ((cosine * x) - (sine * y), (sine * x) + (cosine * y)));
    }

    /// <param name="image">The image.</param>
    /// <param name="source">Where a place reads from; both from the middle of the image, the middle of a pixel being its place.</param>
    private static void Warp(PixelImage image, Func<double, double, (double X, double Y)> source)
    {
        var (height, width, channels) = (image.Height, image.Width, image.Channels);
        var before = image.Pixels.ToArray();
        var pixels = image.Pixels.Span;
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var (x, y) = source(column + 0.5 - (width / 2.0), row + 0.5 - (height / 2.0));
                var (left, top) = ((int)Math.Round(x + (width / 2.0) - 0.5), (int)Math.Round(y + (height / 2.0) - 0.5));
                var pixel = pixels.Slice(((row * width) + column) * channels, channels);
                if (left >= 0 && left < width && top >= 0 && top < height)
                {
                    before.AsSpan(((top * width) + left) * channels, channels).CopyTo(pixel);
                }
                else
                {
                    pixel.Clear();
                }
            }
        }
    }
}
