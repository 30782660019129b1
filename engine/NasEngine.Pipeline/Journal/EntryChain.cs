using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MessagePack;

using NasEngine.Pipeline.Records;
namespace NasEngine.Pipeline.Journal;

/// <summary>
/// Links each journal entry to all before it: eight bytes of SHA-256 over the previous link and the entry. An entry that
/// was altered, lost or put elsewhere breaks the chain at its place.
/// </summary>
internal static class EntryChain
{
    /// <summary>
    /// The link before a search's first event: of what the search is, so that this cannot be altered unseen either. One that goes on with
    /// another definition has kept it; the definition is then vouched for by the event of the change.
    /// </summary>
    public static long First(string name, byte[] spec, byte[] origin, long created)
    {
        if (BeganOf(origin) is { } began)
        {
            return began.Link;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        hash.AppendData(SHA256.HashData(spec));
        hash.AppendData(SHA256.HashData(origin));
        hash.AppendData(BitConverter.GetBytes(created));
        return BinaryPrimitives.ReadInt64LittleEndian(hash.GetHashAndReset());
    }

    /// <summary>How a search began, by the bytes of its origin; null where nothing is said of it.</summary>
    public static SearchBeginning? BeganOf(byte[] origin)
    {
        try
        {
            return RecordBytes.Read<SearchOrigin>(origin).Began;
        }
        catch (MessagePackSerializationException)
        {
            return null; // Altered bytes: the chain does not begin with them.
        }
    }

    public static long Next(long previous, long sequence, long at, JournalEntry entry)
    {
        var kind = Encoding.UTF8.GetByteCount(entry.Kind);
        var length = 28 + kind + entry.Payload.Length;
        Span<byte> bytes = length <= 1024 ? stackalloc byte[length] : new byte[length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, previous);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], sequence);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], at);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[24..], entry.Version);
        Encoding.UTF8.GetBytes(entry.Kind, bytes[28..]);
        entry.Payload.CopyTo(bytes[(28 + kind)..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
