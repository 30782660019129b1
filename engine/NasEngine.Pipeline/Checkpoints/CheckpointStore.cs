using System.Globalization;
using System.Security.Cryptography;
using NasEngine.Search;

namespace NasEngine.Pipeline.Checkpoints;

/// <summary>
/// Checkpoint files of one search. A file is written aside, flushed to disk, and renamed when whole; its SHA-256 goes
/// into the journal after that. The last few are kept.
/// </summary>
public sealed class CheckpointStore(string folder)
{
    /// <summary>How many are kept.</summary>
    public const int Kept = 3;

    /// <summary>The folder, made when first written to.</summary>
    public string Folder => folder;

    /// <summary>The file of the checkpoint after candidate <paramref name="number"/>.</summary>
    public static string NameOf(long number) => string.Create(CultureInfo.InvariantCulture, $"{number:D10}.ckpt");

    /// <summary>Writes the state after candidate <paramref name="number"/>.</summary>
    public CheckpointSaved Write(long number, Action<Stream> save)
    {
        Directory.CreateDirectory(folder);
        var name = NameOf(number);
        var aside = Path.Combine(folder, name + ".part");
        try
        {
            var hash = WriteWhole(aside, save);
            File.Move(aside, Path.Combine(folder, name), overwrite: true);
            return new CheckpointSaved(number, name, hash);
        }
        catch
        {
            // On a full disk a half-written file takes the room that the next try needs.
            File.Delete(aside);
            throw;
        }
    }

    /// <summary>
    /// Opens the newest sound one of the checkpoints that the journal knows; <paramref name="damaged"/> is told of each
    /// newer one that is missing or altered. Null when none is sound: then the search starts from its first candidate.
    /// </summary>
    public (CheckpointSaved Checkpoint, FileStream Content)? OpenNewest(IEnumerable<CheckpointSaved> known, Action<CheckpointSaved> damaged)
    {
        foreach (var checkpoint in known.OrderByDescending(checkpoint => checkpoint.Number))
        {
            if (Open(checkpoint) is { } content)
            {
                return (checkpoint, content);
            }

            damaged(checkpoint);
        }

        return null;
    }

    /// <summary>
    /// Deletes all but <paramref name="newest"/> and the few before it: older ones, what a crash left half-written, and
    /// later ones, which a journal that was cut back does not know.
    /// </summary>
    public void Prune(CheckpointSaved newest)
    {
        var kept = Directory.GetFiles(folder, "*.ckpt")
            .Where(path => string.CompareOrdinal(Path.GetFileName(path), newest.File) <= 0)
            .Order(StringComparer.Ordinal)
            .TakeLast(Kept)
            .ToHashSet();
        foreach (var path in Directory.GetFiles(folder).Where(path => !kept.Contains(path)))
        {
            File.Delete(path);
        }
    }

    /// <summary>Returns the SHA-256 of what is on disk.</summary>
    private static string WriteWhole(string path, Action<Stream> save)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
        save(file);
        file.Flush(flushToDisk: true);
        file.Position = 0;
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private FileStream? Open(CheckpointSaved checkpoint)
    {
        var path = Path.Combine(folder, checkpoint.File);
        if (!File.Exists(path))
        {
            return null;
        }

        var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (Convert.ToHexStringLower(SHA256.HashData(content)) == checkpoint.Sha256)
        {
            content.Position = 0;
            return content;
        }

        content.Dispose();
        return null;
    }
}
