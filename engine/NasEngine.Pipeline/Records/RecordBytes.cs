using MessagePack;
using NasEngine.Generated;

namespace NasEngine.Pipeline.Records;

/// <summary>
/// Records to bytes and back, by formatters that the compiler wrote; nothing is made by reflection when a program starts. What is read may
/// come from anywhere.
/// </summary>
public static class RecordBytes
{
    internal static MessagePackSerializerOptions Options { get; } =
        new MessagePackSerializerOptions(new GeneratedResolver()).WithSecurity(MessagePackSecurity.UntrustedData);

    /// <summary>A record as bytes.</summary>
    public static byte[] Write<T>(T record) => MessagePackSerializer.Serialize(record, Options);

    /// <summary>A record of its bytes.</summary>
    /// <exception cref="MessagePackSerializationException">They are not of such a record.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> bytes) => MessagePackSerializer.Deserialize<T>(bytes, Options);
}
