using System.Globalization;
using System.Security.Cryptography;
using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Checkpoints;

/// <summary>
/// Networks that trials of one search left for later ones, a file each: the candidate's number, then the SHA-256 of the content, which
/// the journal has too. A file is written aside, flushed to disk, and renamed when whole; what is read is checked against its name.
/// </summary>
public sealed class NetworkStore(string folder) : IKeptNetworks
{
    private const string Extension = ".network";

    /// <summary>Writes the network of a candidate; one of it that was there is gone.</summary>
    /// <returns>SHA-256 of the content, hexadecimal.</returns>
    public string Write(long candidate, Action<Stream> write)
    {
        Directory.CreateDirectory(folder);
        var aside = Path.Combine(folder, Prefix(candidate) + "part");
        try
        {
            var hash = WriteWhole(aside, write);
            var name = Name(candidate, hash);
            File.Move(aside, Path.Combine(folder, name), overwrite: true);
            foreach (var other in Files(candidate).Where(path => Path.GetFileName(path) != name))
            {
                File.Delete(other);
            }

            return hash;
        }
        catch
        {
            // On a full disk a half-written file takes the room that the next try needs.
            File.Delete(aside);
            throw;
        }
    }

    /// <inheritdoc/>
    public Stream Open(long candidate)
    {
        if (Files(candidate).FirstOrDefault() is not { } path)
        {
            return NoKeptNetworks.Instance.Open(candidate);
        }

        var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (Path.GetFileName(path) == Name(candidate, Convert.ToHexStringLower(SHA256.HashData(content))))
        {
            content.Position = 0;
            return content;
        }

        content.Dispose();
        throw new InputException(
            $"The network of candidate {candidate} in '{path}' is not what was written there; restore the file, or give the search "
            + "another name.");
    }

    /// <summary>Deletes all networks but these, by number and hash, and what a crash left half-written.</summary>
    public void Prune(IReadOnlyDictionary<long, LeftNetwork> kept)
    {
        if (Directory.Exists(folder))
        {
            var names = kept.Select(pair => Name(pair.Key, pair.Value.Hash)).ToHashSet(StringComparer.Ordinal);
            foreach (var path in Directory.GetFiles(folder).Where(path => !names.Contains(Path.GetFileName(path))))
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Deletes the networks of these candidates.</summary>
    public void Drop(IEnumerable<long> candidates)
    {
        foreach (var path in candidates.SelectMany(Files).ToArray())
        {
            File.Delete(path);
        }
    }

    private static string Prefix(long candidate) => string.Create(CultureInfo.InvariantCulture, $"{candidate:D10}-");

    private static string Name(long candidate, string hash) => Prefix(candidate) + hash + Extension;

    private IEnumerable<string> Files(long candidate) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, Prefix(candidate) + "*" + Extension) : [];

    /// <summary>Returns the SHA-256 of what is on disk.</summary>
    private static string WriteWhole(string path, Action<Stream> write)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
        write(file);
        file.Flush(flushToDisk: true);
        file.Position = 0;
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
