using Microsoft.Data.Sqlite;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Journal;

/// <summary>Opens a workspace's journal file and checks that it is whole.</summary>
internal static class JournalFile
{
    public const string Name = "journal.db";

    /// <summary>What is wrong with a file that <see cref="IsEmptied"/>.</summary>
    public const string Emptied = "it is empty, but its log is not";

    private const int Busy = 5;
    private const int Locked = 6;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int NotADatabase = 26;

    public static SqliteConnection Open(string path, bool write, bool whole = true)
    {
        RepairFiles.CheckFinished(path);
        try
        {
            try
            {
                return Checked(Connect(path, write ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadOnly), path, write, whole);
            }
            catch (SqliteException problem) when (!write && ReadOnlyJournal.IsFor(problem, path))
            {
                return Checked(ReadOnlyJournal.Connect(path), path, write, whole);
            }
        }
        catch (SqliteException problem)
        {
            throw Explain(problem, path);
        }
    }

    private static SqliteConnection Checked(SqliteConnection connection, string path, bool write, bool whole)
    {
        try
        {
            if (IsEmptied(path))
            {
                throw Broken(path, Emptied);
            }

            connection.Open();
            if (write)
            {
                Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
            }

            CheckReadable(connection, path);
            if (whole && DamageOf(connection) is { } damage)
            {
                throw Broken(path, damage);
            }

            CheckVersion(connection, path, write);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static SqliteConnection Connect(string path, SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());

    /// <summary>Whether writing again later can succeed: the disk is full or not there now, or somebody else writes.</summary>
    public static bool MayPass(SqliteException problem) => problem.SqliteErrorCode is Busy or Locked or InputOutput or Full;

    public static InputException Explain(SqliteException problem, string path) => problem.SqliteErrorCode switch
    {
        Corrupt or NotADatabase => Broken(path, problem.Message, problem),
        _ => new InputException($"The journal '{path}' cannot be used: {problem.Message}", problem),
    };

    public static InputException Broken(string path, string place, Exception? inner = null)
    {
        var message = $"The journal '{path}' is damaged ({place.TrimEnd('.')}); 'nas doctor --repair' cuts it back to its last sound "
            + "event.";
        return inner is null ? new InputException(message) : new InputException(message, inner);
    }

    public static InputException TooNew(string path, long version) => new(
        $"The journal '{path}' has layout {version}; this version of the program reads up to {JournalSchema.Version}: use a newer one.");

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The layout of an open journal; 0 when it was never begun.</summary>
    public static long VersionOf(SqliteConnection connection) => (long)Scalar(connection, "PRAGMA user_version")!;

    /// <summary>Whether the file is empty but its log is not: SQLite would take it for a new one and throw the log away.</summary>
    public static bool IsEmptied(string path) =>
        new FileInfo(path) is { Exists: true, Length: 0 } && new FileInfo(path + "-wal") is { Exists: true, Length: > 0 };

    /// <summary>What is wrong with the file or its tables, or null.</summary>
    public static string? DamageOf(SqliteConnection connection)
    {
        if (Scalar(connection, "PRAGMA quick_check(1)") is string answer && answer != "ok")
        {
            return answer.ReplaceLineEndings(" ").Trim();
        }

        var tables = (string)Scalar(connection, "SELECT coalesce(group_concat(sql, ';'), '') FROM sqlite_master WHERE sql IS NOT NULL")!;
        return tables.Length == 0 ? null
            : !JournalSchema.IsMadeOf(tables) ? "its tables are not those of a journal"
            : VersionOf(connection) == 0 ? "it has tables but no layout"
            : Scalar(connection, JournalSchema.EventsWithoutSearch) is long orphan
                ? $"there are events of search {orphan}, which is not there"
            : null;
    }

    private static void CheckReadable(SqliteConnection connection, string path)
    {
        if (VersionOf(connection) is var version && version > JournalSchema.Version)
        {
            throw TooNew(path, version);
        }
    }

    private static void CheckVersion(SqliteConnection connection, string path, bool write)
    {
        if (write && VersionOf(connection) == 0)
        {
            Execute(connection, $"BEGIN; {JournalSchema.Create} PRAGMA user_version = {JournalSchema.Version}; COMMIT;");
        }
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }
}
