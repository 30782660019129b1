namespace NasEngine.Networks;

/// <summary>An image in memory that is changed in place.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Channels">Channels.</param>
/// <param name="Pixels">Height × width × channels bytes.</param>
internal sealed record PixelImage(int Height, int Width, int Channels, Memory<byte> Pixels)
{
    /// <summary>Each channel alone: its values by place.</summary>
    public byte[] Channel(int channel)
    {
        var values = new byte[Height * Width];
        for (var place = 0; place < values.Length; place++)
        {
            values[place] = Pixels.Span[(place * Channels) + channel];
        }

        return values;
    }

    /// <summary>Every value of a channel by a table.</summary>
    public void Map(int channel, ReadOnlySpan<byte> table)
    {
        var pixels = Pixels.Span;
        for (var place = channel; place < pixels.Length; place += Channels)
        {
            pixels[place] = table[pixels[place]];
        }
    }

    /// <summary>
    /// The grey of each place: 0.2989 R + 0.587 G + 0.114 B cut to a whole number; the first channel where there are fewer.
    /// </summary>
    public byte[] Grey()
    {
        if (Channels < 3)
        {
            return Channel(0);
        }

        var pixels = Pixels.Span;
        var grey = new byte[Height * Width];
        for (var place = 0; place < grey.Length; place++)
        {
            var colour = pixels.Slice(place * Channels, 3);
            grey[place] = (byte)((0.2989f * colour[0]) + (0.587f * colour[1]) + (0.114f * colour[2]));
        }

        return grey;
    }
}
