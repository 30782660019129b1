using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace NasEngine.Pipeline.Journal;

/// <summary>Reads the events of a search from the journal into blocks, from one thread at a time.</summary>
internal sealed class EventStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly IntPtr _row;
    private readonly string _path;

    /// <summary>As <see cref="EventScan(SearchJournal, long, long, long)"/>.</summary>
    public EventStatement(SearchJournal journal, long search, long from, long most)
    {
        (_database, _path) = (journal.Connection.Handle!, journal.Path);
        var sql = string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT {EventRow.Columns} FROM events WHERE search = {search} AND seq >= {from} ORDER BY seq LIMIT {most}");
        Must(sqlite3_prepare_v2(_database, sql, out _statement), SQLITE_OK);
        _row = _statement.DangerousGetHandle();
    }

    /// <summary>Fills a block anew with the rows that come next; fewer than it takes after the last, or where the reading failed.</summary>
    public EventBlock Fill(EventBlock block)
    {
        block.Clear();
        try
        {
            while (!block.IsFull && Must(StatementRow.Step(_row), SQLITE_ROW, SQLITE_DONE) == SQLITE_ROW)
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
    public void Dispose() => _statement.Dispose();

    private int Must(int result, params ReadOnlySpan<int> expected)
    {
        if (expected.Contains(result))
        {
            return result;
        }

        throw JournalFile.Explain(new SqliteException(sqlite3_errmsg(_database).utf8_to_string(), result & 0xff, result), _path);
    }
}
