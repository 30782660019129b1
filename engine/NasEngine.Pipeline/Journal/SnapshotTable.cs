using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace NasEngine.Pipeline.Journal;

/// <summary>Snapshots of a search; each carries a checksum, and a damaged one is passed over.</summary>
public static class SnapshotTable
{
    /// <summary>The newest sound snapshot, or null: then the whole journal is replayed.</summary>
    public static Snapshot? Latest(SearchJournal journal, long search) => journal.Guard(() =>
    {
        using var command = journal.Command("SELECT seq, state, strategy, link FROM snapshots WHERE search = $search ORDER BY seq DESC");
        command.Parameters.AddWithValue("$search", search);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var snapshot = new Snapshot(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2));
            if (Checksum(snapshot) == reader.GetInt64(3))
            {
                return snapshot;
            }
        }

        return null;
    });

    internal static void Insert(SearchJournal journal, long search, Snapshot snapshot, int kept, SqliteTransaction transaction)
    {
        using var command = journal.Command("""
            INSERT OR REPLACE INTO snapshots (search, seq, state, strategy, link) VALUES ($search, $seq, $state, $strategy, $link);
            DELETE FROM snapshots WHERE search = $search AND seq NOT IN
                (SELECT seq FROM snapshots WHERE search = $search ORDER BY seq DESC LIMIT $kept);
            """);
        command.Transaction = transaction;
        command.Parameters.AddWithValue("$search", search);
        command.Parameters.AddWithValue("$seq", snapshot.Sequence);
        command.Parameters.AddWithValue("$state", snapshot.State);
        command.Parameters.AddWithValue("$strategy", snapshot.Strategy);
        command.Parameters.AddWithValue("$link", Checksum(snapshot));
        command.Parameters.AddWithValue("$kept", kept);
        command.ExecuteNonQuery();
    }

    internal static void Clear(SearchJournal journal, long search, SqliteTransaction transaction)
    {
        using var command = journal.Command("DELETE FROM snapshots WHERE search = $search");
        command.Transaction = transaction;
        command.Parameters.AddWithValue("$search", search);
        command.ExecuteNonQuery();
    }

    private static long Checksum(Snapshot snapshot)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(snapshot.Sequence));
        hash.AppendData(SHA256.HashData(snapshot.State));
        hash.AppendData(SHA256.HashData(snapshot.Strategy));
        return BinaryPrimitives.ReadInt64LittleEndian(hash.GetHashAndReset());
    }
}
