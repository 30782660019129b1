namespace NasEngine.Datasets;

/// <summary>A picture in memory: height × width × 4 bytes, red, green, blue, alpha; colours not multiplied by alpha.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Pixels">The bytes.</param>
internal sealed record Picture(int Width, int Height, byte[] Pixels)
{
    /// <summary>Bytes of a pixel.</summary>
    public const int PixelBytes = 4;

    /// <summary>
    /// The picture as it is to be looked at (Exif 2.32, section 4.6.4, tag 274): 1 as it is, 2 mirrored, 3 upside down, 4 mirrored upside
    /// down, 5 to 8 with rows and columns exchanged.
    /// </summary>
    /// <param name="orientation">The tag's value, 1 to 8.</param>
    public Picture Upright(int orientation)
    {
        if (orientation is <= 1 or > 8)
        {
            return this;
        }

        var turned = orientation >= 5;
        var (width, height) = turned ? (Height, Width) : (Width, Height);
        var pixels = new byte[Pixels.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (fromX, fromY) = orientation switch
                {
                    2 => (Width - 1 - x, y),
                    3 => (Width - 1 - x, Height - 1 - y),
                    4 => (x, Height - 1 - y),
                    5 => (y, x),
                    6 => (y, Height - 1 - x),
                    7 => (Width - 1 - y, Height - 1 - x),
                    _ => (Width - 1 - y, x),
                };
                Pixels.AsSpan(((fromY * Width) + fromX) * PixelBytes, PixelBytes).CopyTo(pixels.AsSpan(((y * width) + x) * PixelBytes));
            }
        }

        return new Picture(width, height, pixels);
    }

    /// <summary>Part of it, and black and opaque where there is none of it.</summary>
    /// <param name="left">First column, may be below 0.</param>
    /// <param name="top">First row, may be below 0.</param>
    /// <param name="side">Height and width.</param>
    public Picture Square(int left, int top, int side)
    {
        var pixels = new byte[side * side * PixelBytes];
        for (var i = PixelBytes - 1; i < pixels.Length; i += PixelBytes)
        {
            pixels[i] = byte.MaxValue;
        }

        var (from, to) = (Math.Max(0, left), Math.Min(Width, left + side));
        for (var y = Math.Max(0, top); y < Math.Min(Height, top + side); y++)
        {
            Pixels.AsSpan(((y * Width) + from) * PixelBytes, (to - from) * PixelBytes)
                .CopyTo(pixels.AsSpan((((y - top) * side) + from - left) * PixelBytes));
        }

        return new Picture(side, side, pixels);
    }

    /// <summary>
    /// The bytes of an example, channels first. Grey is 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601); without a channel for it,
    /// what is transparent shows white.
    /// </summary>
    /// <param name="channels">1, 3 or 4.</param>
    /// <param name="example">Channels × height × width bytes to write to.</param>
    public void Write(int channels, Span<byte> example)
    {
        var plane = Width * Height;
        for (var pixel = 0; pixel < plane; pixel++)
        {
            var colour = Pixels.AsSpan(pixel * PixelBytes, PixelBytes);
            if (channels == PixelBytes)
            {
                for (var channel = 0; channel < PixelBytes; channel++)
                {
                    example[(channel * plane) + pixel] = colour[channel];
                }

                continue;
            }

            var (red, green, blue) = (OnWhite(colour[0], colour[3]), OnWhite(colour[1], colour[3]), OnWhite(colour[2], colour[3]));
            if (channels == 1)
            {
                example[pixel] = (byte)(((299 * red) + (587 * green) + (114 * blue) + 500) / 1000);
                continue;
            }

            (example[pixel], example[plane + pixel], example[(2 * plane) + pixel]) = ((byte)red, (byte)green, (byte)blue);
        }
    }

    private static int OnWhite(int colour, int alpha) => ((colour * alpha) + (255 * (255 - alpha)) + 127) / 255;
}
