using NasEngine.Contracts;

namespace NasEngine.Tests;

/// <summary>What may happen to a file: bytes are changed, lost, doubled or added, or its end is missing.</summary>
internal static class Mutation
{
    /// <summary>A file after one to four of these.</summary>
    /// <param name="whole">The file.</param>
    /// <param name="number">Which of them; equal numbers give equal files.</param>
    /// <param name="likely">Bytes that mean something in such files, to change and add.</param>
    public static byte[] Of(ReadOnlySpan<byte> whole, int number, ReadOnlySpan<byte> likely)
    {
        var random = RandomSource.For(1, number, "mutation");
        var bytes = new List<byte>(whole.ToArray());
        for (var left = 1 + random.NextInt(4); left > 0 && bytes.Count > 0; left--)
        {
            var at = random.NextInt(bytes.Count);
            var length = Math.Min(1 + random.NextInt(12), bytes.Count - at);
            var value = random.NextInt(2) == 0 ? likely[random.NextInt(likely.Length)] : (byte)random.NextInt(256);
            switch (random.NextInt(5))
            {
                case 0:
                    bytes[at] = value;
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.Insert(at, value);
                    break;
                default:
                    bytes.RemoveRange(at, random.NextInt(4) == 0 ? bytes.Count - at : 1);
                    break;
            }
        }

        return [.. bytes];
    }
}
