using System.Globalization;
using Microsoft.Data.Sqlite;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Journal;

/// <summary>Copies what is sound of a journal into a new one.</summary>
internal sealed class JournalSalvage(SqliteConnection source, SqliteConnection target, string path)
{
    private readonly List<RepairedSearch> _searches = [];

    /// <summary>What was copied.</summary>
    public IReadOnlyList<RepairedSearch> Searches => _searches;

    /// <summary>What is not copied since its search cannot be read; null when there is no such thing.</summary>
    public string? Lost { get; private set; }

    /// <summary>Copies; returns what is wrong with the journal, null when nothing is.</summary>
    /// <exception cref="Contracts.InputException">It is of a newer version of the program.</exception>
    public string? Run()
    {
        if (JournalFile.IsEmptied(path))
        {
            return JournalFile.Emptied;
        }

        var version = (long)JournalSchema.Version;
        string? damage;
        try
        {
            source.Open();
            version = JournalFile.VersionOf(source);
            damage = Damage();
            if (version == 0 && damage is null)
            {
                return null; // Never begun.
            }

            var known = version is > 0 and <= JournalSchema.Version;
            CopySearches(known ? version : JournalSchema.Version);
            damage ??= known ? null : $"its layout says {version}";
        }
        catch (Exception problem) when (problem is SqliteException or InvalidCastException or InvalidOperationException
            or OverflowException)
        {
            damage = Clause.Of(problem.Message);
        }

        // All sound in the layout of today: the number was altered. Else it may be what it says.
        if (version > JournalSchema.Version && (_searches.Count == 0 || _searches.Exists(search => search.Damage is not null)))
        {
            throw JournalFile.TooNew(path, version);
        }

        return damage ?? _searches.Find(search => search.Damage is not null)?.Damage;
    }

    private string? Damage()
    {
        try
        {
            return JournalFile.DamageOf(source);
        }
        catch (SqliteException problem)
        {
            return problem.Message;
        }
    }

    private void CopySearches(long version)
    {
        if (version != JournalSchema.Version)
        {
            JournalFile.Execute(target, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version}"));
        }

        var found = Found(version);
        _searches.AddRange(found.Select(CopyEvents));
        Lost = EventsWithout(found);
    }

    /// <summary>Searches whose rows can be read, from the first on.</summary>
    private List<FoundSearch> Found(long version)
    {
        var found = new List<FoundSearch>();
        using var query = Query(source, "SELECT id, name, spec, origin, created, seconds FROM searches ORDER BY id");
        using var insert = Query(target, "INSERT INTO searches (id, name, spec, origin, created, seconds) VALUES ($0, $1, $2, $3, $4, $5)");
        try
        {
            using var reader = query.ExecuteReader();
            while (reader.Read())
            {
                var first = version < JournalSchema.ChainsFromSearch
                    ? 0
                    : EntryChain.First(reader.GetString(1), reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3),
                        reader.GetInt64(4));
                Insert(insert, reader, 6);
                found.Add(new FoundSearch(
                    reader.GetInt64(0), reader.GetString(1), first, EntryChain.BeganOf(reader.GetFieldValue<byte[]>(3))?.Spec));
            }
        }
        catch (SqliteException problem) when (Unreadable(problem))
        {
        }

        return found;
    }

    private string? EventsWithout(List<FoundSearch> found)
    {
        var known = string.Join(',', found.Select(search => search.Id.ToString(CultureInfo.InvariantCulture)));
        try
        {
            using var query = Query(
                source, $"SELECT count(*), count(DISTINCT search) FROM events NOT INDEXED WHERE search NOT IN ({known})");
            using var reader = query.ExecuteReader();
            reader.Read();
            var (events, searches) = (reader.GetInt64(0), reader.GetInt64(1));
            var whose = searches == 1 ? "a search" : $"{searches} searches";
            return events == 0 ? null : $"{events} events of {whose} whose definition cannot be read";
        }
        catch (SqliteException problem) when (Unreadable(problem))
        {
            return "events that cannot be read";
        }
    }

    /// <summary>SQLite's codes of a damaged file, and of a file that is none of its own.</summary>
    private static bool Unreadable(SqliteException problem) => problem.SqliteErrorCode is 11 or 26;

    private RepairedSearch CopyEvents(FoundSearch search)
    {
        using var transaction = target.BeginTransaction();
        using var query = Query(source, $"SELECT {EventRow.Columns}, search FROM events WHERE search = $search ORDER BY seq");
        query.Parameters.AddWithValue("$search", search.Id);
        using var insert = Query(target, $"INSERT INTO events ({EventRow.Columns}, search) VALUES ($0, $1, $2, $3, $4, $5, $6)");
        insert.Transaction = transaction;
        var (kept, link, state, spec) = (0L, search.FirstLink, "searching", search.BeganAs);
        string? damage = null;
        try
        {
            using var reader = query.ExecuteReader();
            while (damage is null && reader.Read())
            {
                var row = EventRow.Read(reader);
                if (row is null || !row.Follows(kept, link))
                {
                    damage = $"event {row?.Sequence ?? kept + 1} was altered or one before it is missing";
                    break;
                }

                Insert(insert, reader, 7);
                (kept, link, state) = (kept + 1, row.Link, StateAfter(row.Entry.Kind, state));
                spec = row.Entry.Kind switch
                {
                    EventCodec.RedefinedKind => DefinitionTable.BytesIn(row.Entry),
                    EventCodec.RenamedKind when spec is not null => DefinitionTable.Renamed(spec, row.Entry),
                    _ => spec,
                };
            }
        }
        catch (SqliteException)
        {
            damage = $"what follows event {kept} cannot be read";
        }

        // Without a sound event the search's own row may be what was altered: then it is to be run from its recipe.
        using var update = Query(target, kept == 0 && damage is not null
            ? "DELETE FROM searches WHERE id = $search"
            : "UPDATE searches SET state = $state, spec = coalesce($spec, spec) WHERE id = $search");
        update.Transaction = transaction;
        update.Parameters.AddWithValue("$spec", (object?)spec ?? DBNull.Value);
        update.Parameters.AddWithValue("$state", state);
        update.Parameters.AddWithValue("$search", search.Id);
        update.ExecuteNonQuery();
        transaction.Commit();
        return new RepairedSearch(search.Name, kept, damage);
    }

    private static string StateAfter(string kind, string state) => kind switch
    {
        "finalists" => "finals",
        EventCodec.RedefinedKind or EventCodec.ResumedKind => "searching",
        EventCodec.PausedKind => "paused",
        "completed" => "completed",
        "failed" => "failed",
        EventCodec.RenamedKind or EventCodec.NotedKind or EventCodec.NodeKind => state,
        _ => state == "failed" ? "searching" : state,
    };

    private static void Insert(SqliteCommand insert, SqliteDataReader row, int columns)
    {
        insert.Parameters.Clear();
        for (var i = 0; i < columns; i++)
        {
            insert.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${i}"), row.GetValue(i));
        }

        insert.ExecuteNonQuery();
    }

    private static SqliteCommand Query(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private sealed record FoundSearch(long Id, string Name, long FirstLink, byte[]? BeganAs);
}
