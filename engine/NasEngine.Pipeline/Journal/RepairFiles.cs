using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Journal;

/// <summary>
/// Puts a repaired journal in the place of the damaged one. That takes more than one move, since a journal can have a log
/// beside it. A whole repaired file with its final name says that the moves have begun; until they are done nobody opens
/// the journal, and a repair does only what is left of them.
/// </summary>
internal static class RepairFiles
{
    private const string Repaired = ".repaired-";

    /// <summary>Where a repaired journal is written.</summary>
    public static string Draft(string journal) => journal + ".repairing";

    /// <exception cref="InputException">A repair was cut off between its moves.</exception>
    public static void CheckFinished(string journal)
    {
        if (Pending(journal) is not null)
        {
            throw new InputException($"A repair of the journal '{journal}' was cut off; 'nas doctor --repair' finishes it.");
        }
    }

    /// <summary>The repaired journal that is not in its place yet, or null.</summary>
    public static string? Pending(string journal)
    {
        var folder = Path.GetDirectoryName(journal) is { Length: > 0 } named ? named : ".";
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, Path.GetFileName(journal) + Repaired + "*").FirstOrDefault()
            : null;
    }

    /// <summary>From here on the draft is what counts.</summary>
    public static void Begin(string journal, DateTimeOffset now)
    {
        using (var draft = new FileStream(Draft(journal), FileMode.Open, FileAccess.ReadWrite))
        {
            draft.Flush(flushToDisk: true);
        }

        File.Move(Draft(journal), string.Create(CultureInfo.InvariantCulture, $"{journal}{Repaired}{now:yyyyMMddHHmmss}"));
    }

    /// <summary>Makes what is left of the moves. Returns where the damaged journal is.</summary>
    public static string Finish(string journal, string pending)
    {
        var damaged = $"{journal}.damaged-{pending[(pending.LastIndexOf(Repaired, StringComparison.Ordinal) + Repaired.Length)..]}";
        MoveIfThere(journal + "-wal", damaged + "-wal");
        File.Delete(journal + "-shm");
        MoveIfThere(journal, damaged);
        File.Move(pending, journal);
        return damaged;
    }

    public static void DeleteDraft(string journal)
    {
        foreach (var suffix in new[] { "", "-journal", "-wal", "-shm" })
        {
            File.Delete(Draft(journal) + suffix);
        }
    }

    private static void MoveIfThere(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Move(from, to, overwrite: true);
        }
    }
}
