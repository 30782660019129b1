using MessagePack;
using Microsoft.Data.Sqlite;
using NasEngine.Contracts;
using NasEngine.Pipeline.Records;

namespace NasEngine.Pipeline.Journal;

/// <summary>
/// The journal of a workspace: searches, their events and snapshots, in one SQLite file (WAL, full sync). Used from one
/// thread at a time.
/// </summary>
public sealed class SearchJournal : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly long _version;

    private SearchJournal(string path, bool write, bool whole = true)
    {
        Path = path;
        Turn = JournalTurn.Of(path);
        _connection = JournalFile.Open(path, write, whole);
        _version = JournalFile.VersionOf(_connection);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    internal SqliteConnection Connection => _connection;

    /// <summary>Held by who writes.</summary>
    internal Lock Turn { get; }

    /// <summary>Opens the journal of a workspace to write, and makes it if there is none.</summary>
    /// <exception cref="InputException">The file is damaged, of a newer version, or cannot be written.</exception>
    public static SearchJournal OpenToWrite(string workspace)
    {
        try
        {
            Directory.CreateDirectory(workspace);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The workspace '{workspace}' cannot be made: {problem.Message}", problem);
        }

        var path = System.IO.Path.Combine(workspace, JournalFile.Name);
        lock (JournalTurn.Of(path))
        {
            return new SearchJournal(path, write: true);
        }
    }

    /// <summary>Opens the journal of a workspace to read, or returns null if there is none, or one that was never begun.</summary>
    /// <exception cref="InputException">The file is damaged or of a newer version.</exception>
    public static SearchJournal? OpenToRead(string workspace) => OpenToRead(workspace, whole: true);

    /// <summary>
    /// Opens the journal to look what is new, many times a second, and so without looking whether all of the file is sound; null where
    /// there is none. Who resumes or shows a search looks.
    /// </summary>
    /// <exception cref="InputException">The file cannot be read or is of a newer version.</exception>
    public static SearchJournal? OpenToFollow(string workspace) => OpenToRead(workspace, whole: false);

    private static SearchJournal? OpenToRead(string workspace, bool whole)
    {
        var path = System.IO.Path.Combine(workspace, JournalFile.Name);
        RepairFiles.CheckFinished(path);
        if (!File.Exists(path))
        {
            return null;
        }

        var journal = new SearchJournal(path, write: false, whole);
        if (journal._version > 0)
        {
            return journal;
        }

        journal.Dispose();
        return null;
    }

    /// <summary>Adds a search and returns its number.</summary>
    public long Create(SearchSpec spec, SearchOrigin origin, DateTimeOffset now)
    {
        using var command = Command(
            "INSERT INTO searches (name, spec, origin, created) VALUES ($name, $spec, $origin, $created) RETURNING id");
        command.Parameters.AddWithValue("$name", spec.Name);
        command.Parameters.AddWithValue("$spec", RecordBytes.Write(spec.ToRecord()));
        command.Parameters.AddWithValue("$origin", RecordBytes.Write(origin));
        command.Parameters.AddWithValue("$created", now.ToUnixTimeMilliseconds());
        lock (Turn)
        {
            return Guard(() => (long)command.ExecuteScalar()!);
        }
    }

    /// <summary>All searches, oldest first.</summary>
    public IReadOnlyList<SearchHeader> List() => Guard(() =>
    {
        using var command = Command("SELECT id, spec, origin, created, seconds, state, name FROM searches ORDER BY id");
        using var reader = command.ExecuteReader();
        var headers = new List<SearchHeader>();
        while (reader.Read())
        {
            headers.Add(Header(reader));
        }

        return headers;
    });

    /// <summary>The search with this name, or null. Names are names: a search may be called <c>1</c>.</summary>
    public SearchHeader? Find(string name) => List().FirstOrDefault(header => header.Spec.Name == name);

    /// <summary>Deletes searches with all that is kept of them, all or none.</summary>
    public void Delete(IReadOnlyList<long> searches) => Guard(() =>
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var search in searches)
        {
            using var delete = Command("""
                DELETE FROM snapshots WHERE search = $search;
                DELETE FROM events WHERE search = $search;
                DELETE FROM searches WHERE id = $search;
                """);
            delete.Transaction = transaction;
            delete.Parameters.AddWithValue("$search", search);
            delete.ExecuteNonQuery();
        }

        transaction.Commit();
        return true;
    });

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    internal SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    internal T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException problem)
        {
            throw JournalFile.Explain(problem, Path);
        }
    }

    private SearchHeader Header(SqliteDataReader row)
    {
        try
        {
            return new SearchHeader(
                row.GetInt64(0),
                Decode<SpecRecord>(row, 1).ToSpec(),
                Decode<SearchOrigin>(row, 2),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
                row.GetDouble(4),
                row.GetString(5))
            {
                FirstLink = _version < JournalSchema.ChainsFromSearch
                    ? 0
                    : EntryChain.First(row.GetString(6), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2), row.GetInt64(3)),
            };
        }
        catch (Exception problem) when (problem is InvalidCastException or InvalidOperationException or ArgumentException
            or OverflowException)
        {
            throw JournalFile.Broken(Path, $"search {row.GetValue(0)}: {problem.Message}", problem);
        }
    }

    private T Decode<T>(SqliteDataReader reader, int column)
    {
        try
        {
            return RecordBytes.Read<T>(reader.GetFieldValue<byte[]>(column));
        }
        catch (MessagePackSerializationException problem)
        {
            throw JournalFile.Broken(Path, $"search {reader.GetInt64(0)}: {problem.Message}", problem);
        }
    }
}
