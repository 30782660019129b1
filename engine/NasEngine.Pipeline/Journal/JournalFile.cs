using Microsoft.Data.Sqlite;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Journal;

/// <summary>Opens a workspace's journal file and checks that it is whole.</summary>
internal static class JournalFile
{
    public const string Name = "journal.db";

    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    public static SqliteConnection Open(string path, bool write)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = write ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            if (write)
            {
                Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
            }

            CheckWhole(connection, path);
            CheckVersion(connection, path, write);
            return connection;
        }
        catch (Exception problem)
        {
            connection.Dispose();
            if (problem is SqliteException sqlite)
            {
                throw Explain(sqlite, path);
            }

            throw;
        }
    }

    public static InputException Explain(SqliteException problem, string path) => problem.SqliteErrorCode switch
    {
        Corrupt or NotADatabase => Broken(path, problem.Message, problem),
        _ => new InputException($"The journal '{path}' cannot be used: {problem.Message}", problem),
    };

    public static InputException Broken(string path, string place, Exception? inner = null)
    {
        var message = $"The journal '{path}' is damaged ({place.TrimEnd('.')}); 'nas doctor --repair' cuts it back to its last sound event.";
        return inner is null ? new InputException(message) : new InputException(message, inner);
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The layout of an open journal.</summary>
    public static long VersionOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return (long)command.ExecuteScalar()!;
    }

    private static void CheckWhole(SqliteConnection connection, string path)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        if (command.ExecuteScalar() is string answer && answer != "ok")
        {
            throw Broken(path, answer.ReplaceLineEndings(" ").Trim());
        }
    }

    private static void CheckVersion(SqliteConnection connection, string path, bool write)
    {
        var version = VersionOf(connection);
        if (version > JournalSchema.Version)
        {
            throw new InputException(
                $"The journal '{path}' has layout {version}; this version of the program reads up to {JournalSchema.Version}: use a newer one.");
        }

        if (version == 0 && write)
        {
            Execute(connection, $"BEGIN; {JournalSchema.Create} PRAGMA user_version = {JournalSchema.Version}; COMMIT;");
        }
    }
}
