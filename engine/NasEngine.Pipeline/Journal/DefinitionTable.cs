using System.Globalization;
using MessagePack;
using Microsoft.Data.Sqlite;
using NasEngine.Contracts;
using NasEngine.Pipeline.Records;

namespace NasEngine.Pipeline.Journal;

/// <summary>Definitions of searches in the journal.</summary>
internal static class DefinitionTable
{
    /// <summary>Gives a search another definition or name, in the transaction of the event that says so.</summary>
    public static void Change(SearchJournal journal, long search, SearchSpec spec, SqliteTransaction transaction)
    {
        var header = journal.List().First(one => one.Id == search);
        var began = header.Origin.Began ?? new SearchBeginning(header.FirstLink, RecordBytes.Write(header.Spec.ToRecord()));
        using var update = journal.Command("UPDATE searches SET name = $name, spec = $spec, origin = $origin WHERE id = $search");
        update.Transaction = transaction;
        update.Parameters.AddWithValue("$name", spec.Name);
        update.Parameters.AddWithValue("$spec", RecordBytes.Write(spec.ToRecord()));
        update.Parameters.AddWithValue("$origin", RecordBytes.Write(header.Origin with { Began = began }));
        update.Parameters.AddWithValue("$search", search);
        update.ExecuteNonQuery();
        if (JournalFile.VersionOf(journal.Connection) is >= JournalSchema.ChainsFromSearch and < JournalSchema.ChangesDefinitions)
        {
            using var version = journal.Command(
                string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {JournalSchema.ChangesDefinitions}"));
            version.Transaction = transaction;
            version.ExecuteNonQuery();
        }
    }

    /// <summary>A definition from its bytes.</summary>
    public static SearchSpec Read(byte[] spec) => RecordBytes.Read<SpecRecord>(spec).ToSpec();

    /// <summary>The definition that an entry of kind <see cref="EventCodec.RedefinedKind"/> holds, as bytes.</summary>
    public static byte[] BytesIn(JournalEntry entry) =>
        RecordBytes.Write(RecordBytes.Read<RedefinedRecord>(entry.Payload).Spec);

    /// <summary>A definition as bytes with the name that an entry of kind <see cref="EventCodec.RenamedKind"/> holds.</summary>
    public static byte[] Renamed(byte[] spec, JournalEntry entry) => RecordBytes.Write(
        (Read(spec) with { Name = RecordBytes.Read<RenamedRecord>(entry.Payload).Name }).ToRecord());

    /// <summary>Whether two definitions are equal to the byte.</summary>
    public static bool AreSame(SearchSpec one, SearchSpec other) =>
        RecordBytes.Write(one.ToRecord()).AsSpan().SequenceEqual(RecordBytes.Write(other.ToRecord()));
}
