using System.Collections.Concurrent;
using System.Security.Cryptography;
using NasEngine.Cluster.Messages;

namespace NasEngine.Cluster.Contents;

/// <summary>The files that another machine may ask for, by what is in them; nothing else is given out. Safe from several threads.</summary>
internal sealed class ContentShelf
{
    /// <summary>Bytes of a part.</summary>
    public const int Part = 512 << 10;

    private readonly ConcurrentDictionary<string, (byte[] Bytes, int Offers)> _passing = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _paths = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Path, long Length, long Ticks), string> _hashes = new();

    /// <summary>Puts a file there.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public ContentRecord Offer(OfferedFile file)
    {
        var info = new FileInfo(file.Path);
        var hash = _hashes.GetOrAdd((info.FullName, info.Length, info.LastWriteTimeUtc.Ticks), static key => HashOf(key.Path));
        _paths[hash] = info.FullName;
        return new ContentRecord(file.Place, hash, info.Length);
    }

    /// <summary>Puts bytes there, until they are withdrawn as often as they were put there.</summary>
    public ContentRecord Offer(string place, byte[] bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        _passing.AddOrUpdate(hash, (bytes, 1), static (_, offered) => (offered.Bytes, offered.Offers + 1));
        return new ContentRecord(place, hash, bytes.Length);
    }

    /// <summary>Takes bytes away.</summary>
    public void Withdraw(ContentRecord content)
    {
        var left = _passing.AddOrUpdate(content.Sha256, ([], 0), static (_, offered) => (offered.Bytes, offered.Offers - 1));
        if (left.Offers <= 0)
        {
            _passing.TryRemove(KeyValuePair.Create(content.Sha256, left));
        }
    }

    /// <summary>What was asked for, or that it is gone.</summary>
    public async Task<IClusterMessage> ReadAsync(ContentWanted wanted)
    {
        if (_passing.TryGetValue(wanted.Sha256, out var passing) && wanted.Offset >= 0 && wanted.Offset <= passing.Bytes.Length)
        {
            var length = (int)Math.Min(Part, passing.Bytes.Length - wanted.Offset);
            return new ContentChunk(wanted.Sha256, wanted.Offset, passing.Bytes.AsSpan((int)wanted.Offset, length).ToArray());
        }

        if (!_paths.TryGetValue(wanted.Sha256, out var path) || wanted.Offset < 0)
        {
            return new ContentGone(wanted.Sha256);
        }

        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, true);
            file.Position = wanted.Offset;
            var bytes = new byte[Math.Clamp(file.Length - wanted.Offset, 0, Part)];
            var read = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false).ConfigureAwait(false);
            return new ContentChunk(wanted.Sha256, wanted.Offset, bytes[..read]);
        }
        catch (IOException)
        {
            return new ContentGone(wanted.Sha256);
        }
    }

    /// <summary>SHA-256 of a file, hexadecimal.</summary>
    public static string HashOf(string path)
    {
        using var content = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
