using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace NasEngine.Pipeline.Journal;

/// <summary>
/// The one statement that runs for every event, prepared once and bound by place: a command of ADO.NET looks each parameter up by
/// name at every call.
/// </summary>
internal sealed class EventInsert : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <summary>For the events of one search.</summary>
    public EventInsert(SqliteConnection connection, long search)
    {
        _database = connection.Handle!;
        var prepared = sqlite3_prepare_v2(
            _database, "INSERT INTO events (search, seq, at, kind, version, payload, link) VALUES (?, ?, ?, ?, ?, ?, ?)", out _statement);
        Must(prepared);
        Must(sqlite3_bind_int64(_statement, 1, search));
    }

    /// <summary>Inserts an event, within the connection's transaction.</summary>
    /// <exception cref="SqliteException">SQLite refuses it.</exception>
    public void Run(long sequence, long at, JournalEntry entry, long link)
    {
        Must(sqlite3_bind_int64(_statement, 2, sequence));
        Must(sqlite3_bind_int64(_statement, 3, at));
        Must(sqlite3_bind_text(_statement, 4, entry.Kind));
        Must(sqlite3_bind_int(_statement, 5, entry.Version));
        Must(sqlite3_bind_blob(_statement, 6, entry.Payload));
        Must(sqlite3_bind_int64(_statement, 7, link));
        var stepped = sqlite3_step(_statement);
        sqlite3_reset(_statement);
        Must(stepped);
    }

    private void Must(int result) => SqliteException.ThrowExceptionForRC(result, _database);

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();
}
