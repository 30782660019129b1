using System.Buffers.Binary;
using System.IO.Compression;

namespace NasEngine.Networks.Tests;

/// <summary>A temporary folder with a small data set in IDX files.</summary>
internal sealed class IdxFixture : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("idx").FullName;

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    /// <summary>Writes the four files: images whose pixels all equal their number, labels that go round.</summary>
    public IdxFixture WithDataset(int train = 40, int test = 20, int side = 4, int classes = 10)
    {
        foreach (var (prefix, count) in new[] { ("train", train), ("t10k", test) })
        {
            var pixels = Enumerable.Range(0, count).SelectMany(i => Enumerable.Repeat((byte)i, side * side)).ToArray();
            Write($"{prefix}-images-idx3-ubyte", Idx([count, side, side], pixels));
            Write($"{prefix}-labels-idx1-ubyte", Idx([count], [.. Enumerable.Range(0, count).Select(i => (byte)(i % classes))]));
        }

        return this;
    }

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(Path(name), content);
        return Path(name);
    }

    public string WriteGzip(string name, byte[] content)
    {
        using var file = File.Create(Path(name));
        using var gzip = new GZipStream(file, CompressionLevel.Fastest);
        gzip.Write(content);
        return Path(name);
    }

    public static byte[] Idx(int[] dimensions, byte[] values)
    {
        var header = new byte[4 + (4 * dimensions.Length)];
        header[2] = 8;
        header[3] = (byte)dimensions.Length;
        for (var i = 0; i < dimensions.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * i)), dimensions[i]);
        }

        return [.. header, .. values];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
