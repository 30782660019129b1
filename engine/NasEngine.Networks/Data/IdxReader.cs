using System.Buffers.Binary;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Reads IDX files of bytes, plain or gzip: two zero bytes, the type 8, the number of dimensions, the dimensions as
/// big-endian 32-bit numbers, then the bytes (LeCun, the MNIST database).
/// </summary>
internal static class IdxReader
{
    private const byte UnsignedByte = 8;
    private const int FirstRead = 4 << 20;

    /// <summary>Reads a file that is there plain, compressed (<c>.gz</c>), or both and then alike.</summary>
    /// <param name="plain">Path of the plain one.</param>
    /// <param name="rank">Numbers of dimensions that it may have.</param>
    /// <returns>What was read, and from where.</returns>
    /// <exception cref="InputException">As <see cref="Read(string, int[])"/>, or the two differ.</exception>
    public static (string Path, IdxArray Content) ReadEither(string plain, params int[] rank)
    {
        var compressed = plain + ".gz";
        if (!File.Exists(plain))
        {
            return (compressed, Read(compressed, rank));
        }

        var content = Read(plain, rank);
        return !File.Exists(compressed) || Read(compressed, rank) is var other
            && content.Dimensions.SequenceEqual(other.Dimensions) && content.Values.AsSpan().SequenceEqual(other.Values)
            ? (plain, content)
            : throw new InputException($"Data files '{plain}' and '{compressed}' differ; take away the one that is not meant.");
    }

    /// <summary>Reads a file that must have one of <paramref name="rank"/> as its number of dimensions.</summary>
    /// <exception cref="InputException">It is missing, unreadable, not IDX, truncated, or of another rank.</exception>
    public static IdxArray Read(string path, params int[] rank)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var content = GzipContent.Is(file) ? GzipContent.Read(file) : (Stream)file;
            return Read(content, path, rank);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"Data file '{path}' does not exist; give the folder that holds the IDX files.", failure);
        }
        catch (InvalidDataException failure)
        {
            throw new InputException($"Data file '{path}' is a damaged gzip file; fetch it again.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Data file '{path}' cannot be read: {failure.Message}", failure);
        }
    }

    private static IdxArray Read(Stream content, string path, int[] rank)
    {
        var start = Bytes(content, 4, path);
        if (start[0] != 0 || start[1] != 0 || start[2] != UnsignedByte || start[3] == 0)
        {
            throw new InputException(
                $"Data file '{path}' is not an IDX file of bytes: it starts with {Convert.ToHexString(start)}, and it must start with "
                + $"00000801 (labels) or 00000803 (images).");
        }

        var there = start[3];
        if (!rank.Contains(there))
        {
            throw new InputException(
                $"Data file '{path}' has {there} dimensions; it must have {string.Join(" or ", rank)} "
                + $"({(rank[0] == 1 ? "labels" : "images, rows, columns")}).");
        }

        var sizes = Bytes(content, 4 * there, path);
        var dimensions = Enumerable.Range(0, there).Select(i => BinaryPrimitives.ReadUInt32BigEndian(sizes.AsSpan(4 * i))).ToArray();
        var total = dimensions.Aggregate(1.0, (product, size) => product * size);
        if (total is 0 || total > Array.MaxLength)
        {
            throw new InputException(
                $"Data file '{path}' says it holds {string.Join(" × ", dimensions)} bytes; it must hold between 1 and {Array.MaxLength}.");
        }

        var values = Bytes(content, (int)total, path);
        return content.ReadByte() < 0
            ? new IdxArray([.. dimensions.Select(size => (int)size)], values)
            : throw new InputException(
                $"Data file '{path}' goes on after the {string.Join(" × ", dimensions)} bytes that its header says; fetch it again.");
    }

    private static byte[] Bytes(Stream content, int count, string path)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(Math.Min(count, FirstRead));
        var read = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        while (read == bytes.Length && read < count)
        {
            // A header may promise what is not there.
            Array.Resize(ref bytes, (int)Math.Min(count, 4L * bytes.Length));
            read += content.ReadAtLeast(bytes.AsSpan(read), bytes.Length - read, throwOnEndOfStream: false);
        }

        return read == count
            ? bytes
            : throw new InputException($"Data file '{path}' is truncated: {read} of {count} bytes are there; fetch it again.");
    }
}
