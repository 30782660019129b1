using Microsoft.Data.Sqlite;

namespace NasEngine.Pipeline.Journal;

/// <summary>A row of the events table, which may be damaged.</summary>
internal sealed record EventRow(long Sequence, long At, JournalEntry Entry, long Link)
{
    /// <summary>The columns that <see cref="Read"/> takes, in order.</summary>
    public const string Columns = "seq, at, kind, version, payload, link";

    /// <summary>The row under the reader, or null when a column does not hold what it should.</summary>
    public static EventRow? Read(SqliteDataReader reader)
    {
        try
        {
            return new EventRow(
                reader.GetInt64(0),
                reader.GetInt64(1),
                new JournalEntry(reader.GetString(2), reader.GetInt32(3), reader.GetFieldValue<byte[]>(4)),
                reader.GetInt64(5));
        }
        catch (Exception problem) when (problem is InvalidCastException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Whether it is the one after event <paramref name="sequence"/> with this link, unaltered.</summary>
    public bool Follows(long sequence, long link) =>
        Sequence == sequence + 1 && Link == EntryChain.Next(link, Sequence, At, Entry);
}
