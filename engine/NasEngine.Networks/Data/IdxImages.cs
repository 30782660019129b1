using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Images of IDX arrays: N×H×W, or N×C×H×W or N×H×W×C with 3 or 4 channels (or 1).</summary>
internal static class IdxImages
{
    private static readonly int[] Channels = [1, 3, 4];

    /// <summary>Shape and pixels, channels first.</summary>
    /// <exception cref="InputException">It is of another form.</exception>
    public static (ImageShape Shape, ReadOnlyMemory<byte> Pixels) Of(IdxArray array, string path) => array.Dimensions switch
    {
        [_, var height, var width] => (new ImageShape(1, height, width), array.Values),
        [_, var height, var width, var channels] when Channels.Contains(channels) =>
            (new ImageShape(channels, height, width), ChannelsFirst(array.Values, new ImageShape(channels, height, width))),
        [_, var channels, var height, var width] when Channels.Contains(channels) =>
            (new ImageShape(channels, height, width), array.Values),
        _ => throw new InputException(
            $"Data file '{path}' has images of {string.Join(" × ", array.Dimensions[1..])}; with three sizes, the first or the last must "
            + $"be 1, 3 or 4 channels."),
    };

    private static byte[] ChannelsFirst(byte[] last, ImageShape shape)
    {
        var (plane, first) = (shape.Height * shape.Width, new byte[last.Length]);
        for (var i = 0; i < last.Length; i++)
        {
            var (image, within) = Math.DivRem(i, shape.Size);
            var (pixel, channel) = Math.DivRem(within, shape.Channels);
            first[(image * shape.Size) + (channel * plane) + pixel] = last[i];
        }

        return first;
    }
}
