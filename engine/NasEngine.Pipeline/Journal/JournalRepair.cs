using Microsoft.Data.Sqlite;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Journal;

/// <summary>
/// Cuts a damaged journal back: each search keeps its events up to the last whose chain is sound. The damaged file is
/// put beside, not deleted. Killed at any moment, it leaves the damaged journal, or one that says how to finish.
/// </summary>
public static class JournalRepair
{
    /// <summary>Looks at the journal of a workspace, and repairs it when asked and needed. The caller holds the workspace's lock.</summary>
    /// <exception cref="InputException">The journal is of a newer version of the program.</exception>
    public static RepairReport Run(string workspace, bool repair, DateTimeOffset now)
    {
        var path = Path.Combine(workspace, JournalFile.Name);
        if (RepairFiles.Pending(path) is { } pending)
        {
            const string CutOff = "a repair was cut off before its end";
            return new RepairReport([], CutOff, repair ? RepairFiles.Finish(path, pending) : null);
        }

        if (!File.Exists(path))
        {
            return new RepairReport([], null, null);
        }

        RepairFiles.DeleteDraft(path);
        var report = Salvage(path);
        if (report.Damage is null || !repair)
        {
            RepairFiles.DeleteDraft(path);
            return report;
        }

        RepairFiles.Begin(path, now);
        return report with { DamagedCopy = RepairFiles.Finish(path, RepairFiles.Pending(path)!) };
    }

    private static RepairReport Salvage(string path)
    {
        using var target = JournalFile.Open(RepairFiles.Draft(path), write: true);
        JournalFile.Execute(target, "PRAGMA journal_mode = DELETE");
        using var source = JournalFile.Connect(path, SqliteOpenMode.ReadOnly);
        var salvage = new JournalSalvage(source, target, path);
        var damage = salvage.Run();
        return new RepairReport(salvage.Searches, damage, null) { Lost = salvage.Lost };
    }
}
