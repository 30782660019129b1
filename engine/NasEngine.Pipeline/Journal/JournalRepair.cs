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
            foreach (var search in SalvageSearches(source, target))
            {
                searches.Add(SalvageEvents(source, target, search.Id, search.Name));
            }

            return (searches, whole && searches.TrueForAll(search => search.Damage is null));
        }
        catch (SqliteException)
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

    private static List<(long Id, string Name)> SalvageSearches(SqliteConnection source, SqliteConnection target)
    {
        var found = new List<(long, string)>();
        using var query = Query(source, "SELECT id, name, spec, origin, created, seconds FROM searches ORDER BY id");
        using var reader = query.ExecuteReader();
        using var insert = Query(target, "INSERT INTO searches (id, name, spec, origin, created, seconds) VALUES ($0, $1, $2, $3, $4, $5)");
        while (reader.Read())
        {
            Insert(insert, reader, 6);
            found.Add((reader.GetInt64(0), reader.GetString(1)));
        }

        return found;
    }

    private static RepairedSearch SalvageEvents(SqliteConnection source, SqliteConnection target, long search, string name)
    {
        using var transaction = target.BeginTransaction();
        using var query = Query(source, "SELECT search, seq, at, kind, version, payload, link FROM events WHERE search = $search ORDER BY seq");
        query.Parameters.AddWithValue("$search", search);
        using var insert = Query(target, "INSERT INTO events (search, seq, at, kind, version, payload, link) VALUES ($0, $1, $2, $3, $4, $5, $6)");
        insert.Transaction = transaction;
        var (kept, link, state) = (0L, 0L, "searching");
        string? damage = null;
        try
        {
            using var reader = query.ExecuteReader();
            while (damage is null && reader.Read())
            {
                var entry = new JournalEntry(reader.GetString(3), reader.GetInt32(4), reader.GetFieldValue<byte[]>(5));
                var next = EntryChain.Next(link, reader.GetInt64(1), reader.GetInt64(2), entry);
                if (reader.GetInt64(1) != kept + 1 || next != reader.GetInt64(6))
                {
                    damage = $"event {reader.GetInt64(1)} was altered or one before it is missing";
                    break;
                }

                Insert(insert, reader, 7);
                (kept, link, state) = (kept + 1, next, StateAfter(entry.Kind, state));
            }
        }
        catch (Exception problem) when (problem is SqliteException or InvalidCastException)
        {
            damage = $"what follows event {kept} cannot be read";
        }

        using var update = Query(target, "UPDATE searches SET state = $state WHERE id = $search");
        update.Transaction = transaction;
        update.Parameters.AddWithValue("$state", state);
        update.Parameters.AddWithValue("$search", search);
        update.ExecuteNonQuery();
        transaction.Commit();
        return new RepairedSearch(name, kept, damage);
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

    private static void Delete(string path)
    {
        foreach (var file in new[] { path, path + "-wal", path + "-shm" })
        {
            File.Delete(file);
        }
    }
}
