using System.Buffers.Binary;
using System.IO.Compression;
using SkiaSharp;

namespace NasEngine.Datasets.Tests;

/// <summary>Files of pictures that tests make.</summary>
internal static class Drawn
{
    /// <summary>A picture whose pixels a rule gives, as red, green, blue, alpha.</summary>
    public static Picture Picture(int width, int height, Func<int, int, (int R, int G, int B, int A)> pixel)
    {
        var bytes = new byte[width * height * 4];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (r, g, b, a) = pixel(x, y);
                new[] { (byte)r, (byte)g, (byte)b, (byte)a }.CopyTo(bytes, ((y * width) + x) * 4);
            }
        }

        return new Picture(width, height, bytes);
    }

    /// <summary>One colour all over.</summary>
    public static Picture Plain(int width, int height, int red, int green, int blue) => Picture(width, height, (_, _) => (red, green, blue, 255));

    /// <summary>The file of a picture.</summary>
    public static byte[] Encoded(this Picture picture, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(picture.Width, picture.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        System.Runtime.InteropServices.Marshal.Copy(picture.Pixels, 0, bitmap.GetPixels(), picture.Pixels.Length);
        using var data = bitmap.Encode(format, 100);
        return data.ToArray();
    }

    public static byte[] Png(this Picture picture) => picture.Encoded(SKEncodedImageFormat.Png);

    /// <summary>A JPEG file that says how it is to be turned.</summary>
    public static byte[] WithOrientation(byte[] jpeg, byte orientation)
    {
        byte[] tiff = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body, .. jpeg[2..]];
    }

    /// <summary>A BMP file of 24 bits a pixel.</summary>
    public static byte[] Bmp(this Picture picture)
    {
        var stride = ((picture.Width * 3) + 3) / 4 * 4;
        var file = new byte[54 + (stride * picture.Height)];
        "BM"u8.CopyTo(file);
        foreach (var (place, value) in new[] { (2, file.Length), (10, 54), (14, 40), (18, picture.Width), (22, picture.Height), (26, 1 | (24 << 16)) })
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(place), value);
        }

        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var from = ((y * picture.Width) + x) * 4;
                var to = 54 + ((picture.Height - 1 - y) * stride) + (x * 3);
                (file[to], file[to + 1], file[to + 2]) = (picture.Pixels[from + 2], picture.Pixels[from + 1], picture.Pixels[from]);
            }
        }

        return file;
    }

    /// <summary>A GIF file of one colour, 2 × 2: its LZW codes are clear, four of the pixel, end, each of three bits.</summary>
    public static byte[] Gif(byte red, byte green, byte blue) =>
    [
        .. "GIF89a"u8, 2, 0, 2, 0, 0x80, 0, 0, 0, 0, 0, red, green, blue,
        0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, .. Codes(4, 1, 1, 1, 1, 5), 0, 0x3B,
    ];

    /// <summary>A grey PNG file of 16 bits a pixel, a row.</summary>
    public static byte[] GreyPng16(params ushort[] row)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.WriteByte(0);
            foreach (var value in row)
            {
                deflate.Write([(byte)(value >> 8), (byte)value]);
            }
        }

        return
        [
            0x89, .. "PNG\r\n\u001a\n"u8,
            .. Chunk("IHDR", [0, 0, 0, (byte)row.Length, 0, 0, 0, 1, 16, 0, 0, 0, 0]), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", []),
        ];
    }

    private static byte[] Codes(params int[] codes)
    {
        var (bits, at) = (0, 0);
        foreach (var code in codes)
        {
            // The table has grown to code 7 after the fourth code, so the last two take four bits.
            bits |= code << at;
            at += at >= 12 ? 4 : 3;
        }

        var bytes = Enumerable.Range(0, (at + 7) / 8).Select(place => (byte)(bits >> (8 * place))).ToArray();
        return [(byte)bytes.Length, .. bytes];
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] named = [.. System.Text.Encoding.ASCII.GetBytes(name), .. data];
        var (chunk, sum) = (new byte[named.Length + 8], uint.MaxValue);
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        named.CopyTo(chunk, 4);
        foreach (var value in named)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ ((sum & 1) * 0xEDB88320);
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + named.Length), ~sum);
        return chunk;
    }
}
