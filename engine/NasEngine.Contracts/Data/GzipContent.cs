using System.Buffers.Binary;
using System.IO.Compression;

namespace NasEngine.Contracts;

/// <summary>
/// What a gzip file holds (RFC 1952), complete: <see cref="GZipStream"/> takes the end of a file that was cut short for the end of what
/// it holds.
/// </summary>
public static class GzipContent
{
    private const int Trailer = 8;
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(Remainder)];

    /// <summary>Whether a file that can be sought begins as gzip does; it stands at its beginning afterwards.</summary>
    public static bool Is(Stream file)
    {
        var gzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return gzip;
    }

    /// <summary>Reads all that a file holds which can be sought.</summary>
    /// <exception cref="InvalidDataException">It is damaged or not complete.</exception>
    public static MemoryStream Read(Stream file)
    {
        var content = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true))
        {
            gzip.CopyTo(content);
        }

        Span<byte> trailer = stackalloc byte[Trailer];
        file.Position = Math.Max(0, file.Length - Trailer);
        var read = file.ReadAtLeast(trailer, Trailer, throwOnEndOfStream: false);
        var (checksum, length) = (BinaryPrimitives.ReadUInt32LittleEndian(trailer), BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]));

        // The trailer is that of the last member; a file of several is longer than it says.
        if (read < Trailer || length > content.Length
            || Checksum(content.GetBuffer().AsSpan((int)(content.Length - length), (int)length)) != checksum)
        {
            throw new InvalidDataException("The end is not what its contents ask for.");
        }

        content.Position = 0;
        return content;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var remainder = uint.MaxValue;
        foreach (var value in bytes)
        {
            remainder = Remainders[(byte)(remainder ^ value)] ^ (remainder >> 8);
        }

        return ~remainder;
    }

    private static uint Remainder(int value)
    {
        var remainder = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            remainder = (remainder >> 1) ^ ((remainder & 1) * Polynomial);
        }

        return remainder;
    }
}
