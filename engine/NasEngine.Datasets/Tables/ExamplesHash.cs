using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>SHA-256 over examples that are numbers, and over what their numbers stand for.</summary>
internal static class ExamplesHash
{
    /// <summary>The hash, hexadecimal.</summary>
    public static string Of(LabelledImages train, LabelledImages test, params ReadOnlySpan<IEnumerable<string>> names)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var list in names)
        {
            hash.AppendData(ContentSplit.Hash(list));
        }

        foreach (var part in new[] { train, test })
        {
            hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{part.Count} {part.ValidationCount} ")));
            hash.AppendData(MemoryMarshal.AsBytes(part.Values.Span));
            hash.AppendData(MemoryMarshal.AsBytes(part.Labels.Span));
            hash.AppendData(MemoryMarshal.AsBytes(part.Targets.Span));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
