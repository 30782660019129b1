using System.Buffers.Binary;
using System.Security.Cryptography;

namespace NasEngine.Datasets;

/// <summary>
/// Which examples are for the test, by what is in them: those whose SHA-256, read as a number in [0, 1), is below the share. An example
/// that is added moves no other, and equal ones are never on both sides.
/// </summary>
internal static class ContentSplit
{
    /// <summary>Whether an example is for the test.</summary>
    /// <param name="hash">SHA-256 of what is in it.</param>
    /// <param name="share">Share of examples for the test, in [0, 1).</param>
    public static bool IsTest(ReadOnlySpan<byte> hash, double share) =>
        (BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) * (1.0 / (1UL << 53)) < share;

    /// <summary>SHA-256 of texts, each with its length, so that no two lists of texts are one.</summary>
    public static byte[] Hash(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }
}
