using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NasEngine.Pipeline.Journal;

/// <summary>
/// Cuts a damaged journal back: each search keeps its events up to the last whose chain is sound. The damaged file is
/// put beside, not deleted.
/// </summary>
public static class JournalRepair
{
    /// <summary>Looks at the journal of a workspace, and repairs it when asked and needed. The caller holds the workspace's lock.</summary>
    public static RepairReport Run(string workspace, bool repair, DateTimeOffset now)
    {
        var path = Path.Combine(workspace, JournalFile.Name);
        if (!File.Exists(path))
        {
            return new RepairReport([], null);
        }

        var fresh = path + ".repaired";
        Delete(fresh);
        var (searches, sound) = Salvage(path, fresh);
        if (sound || !repair)
        {
            Delete(fresh);
            return new RepairReport(searches, null);
        }

        var damaged = string.Create(CultureInfo.InvariantCulture, $"{path}.damaged-{now:yyyyMMddHHmmss}");
        File.Move(path, damaged);
        Delete(path);
        File.Move(fresh, path);
        return new RepairReport(searches, damaged);
    }

    private static (IReadOnlyList<RepairedSearch> Searches, bool Sound) Salvage(string path, string fresh)
    {
        var searches = new List<RepairedSearch>();
        using var target = JournalFile.Open(fresh, write: true);
        JournalFile.Execute(target, "PRAGMA journal_mode = DELETE");
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            source.Open();
            var whole = IsWhole(source);
            var version = JournalFile.VersionOf(source);
            JournalFile.Execute(target, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version}"));
            foreach (var search in SalvageSearches(source, target, version))
            {
                searches.Add(SalvageEvents(source, target, search));
            }

            return (searches, whole && searches.TrueForAll(search => search.Damage is null));
        }
        catch (Exception problem) when (problem is SqliteException or InvalidCastException or InvalidOperationException)
        {
            return (searches, false);
        }
    }

    private static bool IsWhole(SqliteConnection source)
    {
        try
        {
            return (string?)Query(source, "PRAGMA quick_check(1)").ExecuteScalar() == "ok";
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static List<Found> SalvageSearches(SqliteConnection source, SqliteConnection target, long version)
    {
        var found = new List<Found>();
        using var query = Query(source, "SELECT id, name, spec, origin, created, seconds FROM searches ORDER BY id");
        using var reader = query.ExecuteReader();
        using var insert = Query(target, "INSERT INTO searches (id, name, spec, origin, created, seconds) VALUES ($0, $1, $2, $3, $4, $5)");
        while (reader.Read())
        {
            Insert(insert, reader, 6);
            var first = version < JournalSchema.ChainsFromSearch
                ? 0
                : EntryChain.First(reader.GetString(1), reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3), reader.GetInt64(4));
            found.Add(new Found(reader.GetInt64(0), reader.GetString(1), first));
        }

        return found;
    }

    private static RepairedSearch SalvageEvents(SqliteConnection source, SqliteConnection target, Found search)
    {
        using var transaction = target.BeginTransaction();
        using var query = Query(source, $"SELECT {EventRow.Columns}, search FROM events WHERE search = $search ORDER BY seq");
        query.Parameters.AddWithValue("$search", search.Id);
        using var insert = Query(target, $"INSERT INTO events ({EventRow.Columns}, search) VALUES ($0, $1, $2, $3, $4, $5, $6)");
        insert.Transaction = transaction;
        var (kept, link, state) = (0L, search.FirstLink, "searching");
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
            }
        }
        catch (SqliteException)
        {
            damage = $"what follows event {kept} cannot be read";
        }

        // Without a sound event the search's own row may be what was altered: then it is to be run from its recipe.
        using var update = Query(target, kept == 0 && damage is not null
            ? "DELETE FROM searches WHERE id = $search"
            : "UPDATE searches SET state = $state WHERE id = $search");
        update.Transaction = transaction;
        update.Parameters.AddWithValue("$state", state);
        update.Parameters.AddWithValue("$search", search.Id);
        update.ExecuteNonQuery();
        transaction.Commit();
        return new RepairedSearch(search.Name, kept, damage);
    }

    private static string StateAfter(string kind, string state) => kind switch
    {
        "finalists" => "finals",
        "completed" => "completed",
        "failed" => "failed",
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

    private sealed record Found(long Id, string Name, long FirstLink);

    private static void Delete(string path)
    {
        foreach (var file in new[] { path, path + "-wal", path + "-shm" })
        {
            File.Delete(file);
        }
    }
}
