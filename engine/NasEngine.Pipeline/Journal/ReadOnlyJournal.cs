using Microsoft.Data.Sqlite;

namespace NasEngine.Pipeline.Journal;

/// <summary>
/// A journal in a folder that cannot be written. SQLite keeps an index of its log beside the journal, and where it may not, and no writer
/// has left one, does not open the journal; so it is told that nothing changes, or given a copy with the log.
/// </summary>
internal static class ReadOnlyJournal
{
    private const int ReadOnly = 8;
    private const int CannotOpen = 14;

    /// <summary>Whether a journal could not be opened for want of its folder.</summary>
    public static bool IsFor(SqliteException problem, string path) =>
        problem.SqliteErrorCode is ReadOnly or CannotOpen && File.Exists(path);

    /// <summary>A connection that needs nothing written.</summary>
    public static SqliteConnection Connect(string path)
    {
        var log = path + "-wal";
        return new FileInfo(log) is { Exists: true, Length: > 0 }
            ? Copied(path, log)
            : JournalFile.Connect(Unchanging(path), SqliteOpenMode.ReadOnly);
    }

    private static string Unchanging(string path) =>
        new UriBuilder { Scheme = "file", Host = "", Path = Path.GetFullPath(path), Query = "immutable=1" }.ToString();

    private static SqliteConnection Copied(string path, string log)
    {
        var folder = Directory.CreateTempSubdirectory("nas-journal-").FullName;
        var copy = Path.Combine(folder, Path.GetFileName(path));
        var connection = JournalFile.Connect(copy, SqliteOpenMode.ReadOnly);
        connection.Disposed += (_, _) => Directory.Delete(folder, recursive: true);
        try
        {
            File.Copy(path, copy);
            File.Copy(log, copy + "-wal");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
