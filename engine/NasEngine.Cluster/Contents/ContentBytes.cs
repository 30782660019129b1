using System.Security.Cryptography;
using NasEngine.Cluster.Messages;

namespace NasEngine.Cluster.Contents;

/// <summary>Contents of another machine that are used once and kept by nobody: parts of steps, and what came of them.</summary>
internal static class ContentBytes
{
    /// <summary>A content, checked.</summary>
    /// <exception cref="IOException">The other side has it no more, or sends something else.</exception>
    public static async Task<byte[]> FetchAsync(
        ContentRecord content, Func<ContentWanted, Task<IClusterMessage>> ask, CancellationToken cancellation)
    {
        var bytes = new byte[content.Length];
        for (var offset = 0L; offset < bytes.Length;)
        {
            cancellation.ThrowIfCancellationRequested();
            var answer = await ask(new ContentWanted(content.Sha256, offset)).ConfigureAwait(false);
            if (answer is not ContentChunk { Bytes.Length: > 0 } chunk || chunk.Offset != offset || chunk.Sha256 != content.Sha256
                || chunk.Bytes.Length > bytes.Length - offset)
            {
                throw new IOException($"'{content.Place}' is not there any more");
            }

            chunk.Bytes.CopyTo(bytes.AsSpan((int)offset));
            offset += chunk.Bytes.Length;
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == content.Sha256
            ? bytes
            : throw new IOException($"'{content.Place}' arrived as something else");
    }
}
