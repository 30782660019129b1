using System.Runtime.CompilerServices;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace NasEngine.Pipeline.Journal;

/// <summary>
/// Reads the events of a search from the journal into blocks, from one thread at a time. It has a connection of its own that takes no
/// locks against other threads: of millions of rows they are half of the time.
/// </summary>
internal sealed class EventStatement : IDisposable
{
    /// <summary>How long to wait while another process puts its log in order, milliseconds.</summary>
    private const int Patience = 5000;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly IntPtr _row;
    private readonly string _path;

    /// <summary>As <see cref="EventScan(SearchJournal, long, long, long)"/>.</summary>
    public EventStatement(SearchJournal journal, long search, long from, long most)
    {
        (_database, _path) = (Open(journal), journal.Path);
        var sql = string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT {EventRow.Columns} FROM events WHERE search = {search} AND seq >= {from} ORDER BY seq LIMIT {most}");
        try
        {
            Must(_database, _path, sqlite3_prepare_v2(_database, sql, out _statement), SQLITE_OK);
        }
        catch
        {
            _database.Dispose();
            throw;
        }

        _row = _statement.DangerousGetHandle();
    }

    /// <summary>Fills a block anew with the rows that come next; fewer than it takes after the last, or where the reading failed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public EventBlock Fill(EventBlock block)
    {
        block.Clear();
        try
        {
            while (!block.IsFull && Must(_database, _path, StatementRow.Step(_row), SQLITE_ROW, SQLITE_DONE) == SQLITE_ROW)
            {
                block.Add(_row);
            }
        }
        catch (Exception problem)
        {
            block.Problem = problem;
        }

        return block;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _statement.Dispose();
        _database.Dispose();
    }

    private static sqlite3 Open(SearchJournal journal)
    {
        var source = new SqliteConnectionStringBuilder(journal.Connection.ConnectionString).DataSource;
        var result = sqlite3_open_v2(source, out var database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, null);
        try
        {
            Must(database, journal.Path, result, SQLITE_OK);
            sqlite3_busy_timeout(database, Patience);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static int Must(sqlite3 database, string path, int result, params ReadOnlySpan<int> expected) => expected.Contains(result)
        ? result
        : throw JournalFile.Explain(new SqliteException(sqlite3_errmsg(database).utf8_to_string(), result & 0xff, result), path);
}
