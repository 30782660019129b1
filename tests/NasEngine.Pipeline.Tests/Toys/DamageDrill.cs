using Microsoft.Data.Sqlite;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;

namespace NasEngine.Pipeline.Tests.Toys;

/// <summary>How a damaged journal was met.</summary>
/// <param name="Refusal">What the search was refused with; null when it went on as if nothing were wrong.</param>
/// <param name="Same">Whether the search ended as one never disturbed, after a repair if it was refused.</param>
internal sealed record DamageOutcome(string? Refusal, bool Same);

/// <summary>The journal of an interrupted search, to be damaged again and again.</summary>
/// <param name="Journal">The file.</param>
/// <param name="Log">What SQLite's log beside it holds.</param>
/// <param name="Undisturbed">How the search ends when nothing happens to it.</param>
internal sealed record DamageDrill(byte[] Journal, byte[] Log, string Undisturbed)
{
    /// <summary>Interrupts a search, with all of its journal in the file or with most of it still in the log.</summary>
    public static async Task<DamageDrill> PrepareAsync(bool inLog)
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(ToyParts.Spec());
        using var workspace = new Workspace();
        await workspace.RunAsync(ToyParts.Spec(), stopAt: 5);
        using (var connection = new SqliteConnection($"Data Source={workspace.Journal};Pooling=False"))
        {
            connection.Open();
            Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            Execute(connection, "SELECT count(*) FROM events");

            // While somebody has the journal open, the log stays.
            await workspace.RunAsync(ToyParts.Spec(), stopAt: 23);
            if (!inLog)
            {
                Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            }

            return new DamageDrill(
                await File.ReadAllBytesAsync(workspace.Journal), await File.ReadAllBytesAsync(workspace.Journal + "-wal"), undisturbed.Story());
        }
    }

    /// <summary>Runs the search on this damaged journal; where that is refused, repairs the journal and runs it again.</summary>
    public async Task<DamageOutcome> MeetAsync(byte[] journal, byte[] log)
    {
        using var workspace = new Workspace();
        await File.WriteAllBytesAsync(workspace.Journal, journal);
        if (log.Length > 0)
        {
            await File.WriteAllBytesAsync(workspace.Journal + "-wal", log);
        }

        try
        {
            await workspace.RunAsync(ToyParts.Spec());
            return new DamageOutcome(null, workspace.Story() == Undisturbed);
        }
        catch (InputException refusal)
        {
            var report = JournalRepair.Run(workspace.Folder, repair: true, DateTimeOffset.UnixEpoch);
            await workspace.RunAsync(ToyParts.Spec());
            return new DamageOutcome(refusal.Message, report.DamagedCopy is not null && workspace.Story() == Undisturbed);
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
