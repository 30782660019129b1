using System.Collections.Concurrent;
using System.Security.Cryptography;
using NasEngine.Cluster.Messages;

namespace NasEngine.Cluster.Contents;

/// <summary>
/// Contents of other machines, each under its hash. One that was broken off goes on where it was, what arrives is checked, and what was
/// used longest ago goes when there is too much.
/// </summary>
/// <param name="folder">The folder; made when it is not there.</param>
/// <param name="limit">Bytes that may be kept when nobody uses them.</param>
internal sealed class ContentCache(string folder, long limit)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _used = new(StringComparer.Ordinal);

    /// <summary>The file with a content, which stays until it is given back.</summary>
    /// <param name="content">The content.</param>
    /// <param name="ask">Asks for a part of it.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="IOException">The other side has it no more, sends something else, or the disk is full.</exception>
    public async Task<string> TakeAsync(
        ContentRecord content, Func<ContentWanted, Task<IClusterMessage>> ask, CancellationToken cancellation)
    {
        if (content.Sha256.Length != 2 * SHA256.HashSizeInBytes || !content.Sha256.All(char.IsAsciiHexDigitLower))
        {
            throw new IOException($"'{content.Sha256}' is no SHA-256");
        }

        var path = Path.Combine(folder, content.Sha256);
        var gate = _gates.GetOrAdd(content.Sha256, static _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            _used.AddOrUpdate(content.Sha256, 1, static (_, users) => users + 1);
            Directory.CreateDirectory(folder);
            if (!File.Exists(path))
            {
                await FetchAsync(content, path, ask, cancellation).ConfigureAwait(false);
            }

            new FileInfo(path).LastAccessTimeUtc = TimeProvider.System.GetUtcNow().UtcDateTime;
            return path;
        }
        catch
        {
            GiveBack(content.Sha256);
            throw;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Nobody here uses it any more.</summary>
    public void GiveBack(string sha256)
    {
        _used.AddOrUpdate(sha256, 0, static (_, users) => users - 1);
        Prune();
    }

    private static async Task FetchAsync(
        ContentRecord content, string path, Func<ContentWanted, Task<IClusterMessage>> ask, CancellationToken cancellation)
    {
        var part = path + ".part";
        await using (var file = new FileStream(part, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None))
        {
            file.SetLength(Math.Min(file.Length, content.Length));
            file.Position = file.Length;
            while (file.Position < content.Length)
            {
                cancellation.ThrowIfCancellationRequested();
                var answer = await ask(new ContentWanted(content.Sha256, file.Position)).ConfigureAwait(false);
                if (answer is not ContentChunk { Bytes.Length: > 0 } chunk || chunk.Offset != file.Position
                    || chunk.Sha256 != content.Sha256)
                {
                    throw new IOException($"'{content.Place}' is not there any more");
                }

                await file.WriteAsync(chunk.Bytes, cancellation).ConfigureAwait(false);
            }

            file.Flush(flushToDisk: true);
        }

        if (ContentShelf.HashOf(part) != content.Sha256)
        {
            File.Delete(part);
            throw new IOException($"'{content.Place}' arrived as something else");
        }

        File.Move(part, path, overwrite: true);
    }

    private void Prune()
    {
        lock (_used)
        {
            Directory.CreateDirectory(folder);
            var kept = 0L;
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles().OrderByDescending(file => file.LastAccessTimeUtc).ToArray())
            {
                kept += file.Exists ? file.Length : 0;
                if (kept > limit)
                {
                    DeleteUnused(file);
                }
            }
        }
    }

    /// <summary>Who takes it just now holds its gate: between a look whether it is used and its end nobody may come to use it.</summary>
    private void DeleteUnused(FileInfo file)
    {
        var sha256 = Path.GetFileNameWithoutExtension(file.Name);
        var gate = _gates.GetOrAdd(sha256, static _ => new SemaphoreSlim(1, 1));
        if (!gate.Wait(0))
        {
            return;
        }

        try
        {
            if (_used.GetValueOrDefault(sha256) <= 0)
            {
                file.Delete();
            }
        }
        finally
        {
            gate.Release();
        }
    }
}
