using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace NasEngine.Pipeline.Journal;

/// <summary>
/// The events of a search one after another, read into buffers that are used again and again: nothing is made for an event, so that a
/// million trials are read in about a second. What it gives is good until the next one. Their chain is not checked.
/// </summary>
internal sealed class EventScan : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly IntPtr _row;
    private readonly string _path;
    private byte[] _kind = new byte[32];
    private byte[] _payload = new byte[512];
    private int _kindLength;
    private int _payloadLength;

    /// <summary>Begins at an event.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="search">Number of the search.</param>
    /// <param name="from">Number of the first event.</param>
    /// <param name="most">Events at most.</param>
    /// <exception cref="Contracts.InputException">The journal cannot be read.</exception>
    public EventScan(SearchJournal journal, long search, long from, long most)
    {
        (_database, _path) = (journal.Connection.Handle!, journal.Path);
        var sql = string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT {EventRow.Columns} FROM events WHERE search = {search} AND seq >= {from} ORDER BY seq LIMIT {most}");
        Must(sqlite3_prepare_v2(_database, sql, out _statement), SQLITE_OK);
        _row = _statement.DangerousGetHandle();
    }

    /// <summary>Number of the event.</summary>
    public long Sequence { get; private set; }

    /// <summary>When it was written, milliseconds since 1970, UTC.</summary>
    public long At { get; private set; }

    /// <summary>Version of its layout.</summary>
    public long Version { get; private set; }

    /// <summary>Its link of the chain.</summary>
    public long Link { get; private set; }

    /// <summary>Whether the columns hold what they should: a damaged file may have others.</summary>
    public bool IsSound { get; private set; }

    /// <summary>Its kind, UTF-8.</summary>
    public ReadOnlySpan<byte> Kind => _kind.AsSpan(0, _kindLength);

    /// <summary>Its bytes.</summary>
    public ReadOnlyMemory<byte> Payload => _payload.AsMemory(0, _payloadLength);

    /// <summary>The entry, with bytes of its own.</summary>
    public JournalEntry Entry => new(Encoding.UTF8.GetString(Kind), (int)Version, Payload.ToArray());

    /// <summary>Goes to the next event; false after the last.</summary>
    /// <exception cref="Contracts.InputException">The journal cannot be read.</exception>
    public bool Next()
    {
        if (Must(StatementRow.Step(_row), SQLITE_ROW, SQLITE_DONE) == SQLITE_DONE)
        {
            return false;
        }

        IsSound = StatementRow.Kind(_row, 2) == SQLITE_TEXT && StatementRow.Kind(_row, 4) == SQLITE_BLOB;
        (Sequence, At) = (StatementRow.Number(_row, 0), StatementRow.Number(_row, 1));
        (Version, Link) = (StatementRow.Number(_row, 3), StatementRow.Number(_row, 5));
        _kindLength = StatementRow.Copy(_row, 2, ref _kind);
        _payloadLength = StatementRow.Copy(_row, 4, ref _payload);
        return true;
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
