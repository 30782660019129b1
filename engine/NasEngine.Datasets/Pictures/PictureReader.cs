using System.Runtime.InteropServices;
using SkiaSharp;

namespace NasEngine.Datasets;

/// <summary>Reads pictures: PNG, JPEG, BMP, GIF (its first frame) and WebP, of 16 bits a channel as of 8.</summary>
internal static class PictureReader
{
    private const int Most = 1 << 14;

    /// <summary>What files of pictures are called.</summary>
    public static readonly string[] Extensions = [".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp"];

    /// <summary>Whether a file is a picture by its name.</summary>
    public static bool IsPicture(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>The picture that a file holds, upright.</summary>
    /// <param name="content">All bytes of the file.</param>
    /// <exception cref="InvalidDataException">It holds none, or not all of one; the message is the reason.</exception>
    public static Picture Read(byte[] content)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data) ?? throw new InvalidDataException(
            content.Length == 0 ? "it is empty" : "it is none of PNG, JPEG, BMP, GIF and WebP, or its beginning is damaged");
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width is < 1 or > Most || height is < 1 or > Most)
        {
            throw new InvalidDataException(FormattableString.Invariant($"it is {width} × {height} pixels; up to {Most} × {Most} are read"));
        }

        var pixels = new byte[width * height * Picture.PixelBytes];
        var result = Decode(codec, new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul), pixels);
        return result == SKCodecResult.Success
            ? new Picture(width, height, pixels).Upright((int)codec.EncodedOrigin)
            : throw new InvalidDataException(result switch
            {
                SKCodecResult.IncompleteInput => "it is cut short",
                SKCodecResult.ErrorInInput => "its data is damaged",
                _ => $"it cannot be decoded ({result})",
            });
    }

    private static SKCodecResult Decode(SKCodec codec, SKImageInfo info, byte[] pixels)
    {
        var pinned = GCHandle.Alloc(pixels, GCHandleType.Pinned);
        try
        {
            return codec.GetPixels(info, pinned.AddrOfPinnedObject());
        }
        finally
        {
            pinned.Free();
        }
    }
}
