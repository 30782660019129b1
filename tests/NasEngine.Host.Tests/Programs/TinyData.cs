using System.Buffers.Binary;
using NasEngine.Contracts;

namespace NasEngine.Host.Tests.Programs;

/// <summary>IDX files like Fashion-MNIST's, of a few random images.</summary>
internal static class TinyData
{
    private const int Side = 28;
    private const int Classes = 10;

    /// <summary>Writes the four files and returns their folder.</summary>
    public static string Write(string folder, int train = 400, int test = 100)
    {
        Directory.CreateDirectory(folder);
        Part(folder, "train", train);
        Part(folder, "t10k", test);
        return folder;
    }

    private static void Part(string folder, string name, int count)
    {
        var random = RandomSource.For(1, count, name);
        var pixels = new byte[count * Side * Side];
        var labels = new byte[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = (byte)(i % Classes);
            for (var j = 0; j < Side * Side; j++)
            {
                pixels[i * Side * Side + j] = (byte)(random.NextDouble() * 100 + labels[i] * 15);
            }
        }

        Idx(Path.Combine(folder, name + "-images-idx3-ubyte"), [count, Side, Side], pixels);
        Idx(Path.Combine(folder, name + "-labels-idx1-ubyte"), [count], labels);
    }

    private static void Idx(string path, int[] dimensions, byte[] values)
    {
        var header = new byte[4 + 4 * dimensions.Length];
        header[2] = 8;
        header[3] = (byte)dimensions.Length;
        for (var i = 0; i < dimensions.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + 4 * i), dimensions[i]);
        }

        File.WriteAllBytes(path, [.. header, .. values]);
    }
}
