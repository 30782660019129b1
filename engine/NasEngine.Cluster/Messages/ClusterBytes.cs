using MessagePack;
using NasEngine.Generated;

namespace NasEngine.Cluster.Messages;

/// <summary>Messages to bytes and back. What is read may come from anywhere: it is one of the messages, or refused.</summary>
internal static class ClusterBytes
{
    private static readonly MessagePackSerializerOptions Options =
        new MessagePackSerializerOptions(new GeneratedResolver()).WithSecurity(MessagePackSecurity.UntrustedData);

    /// <summary>A message as bytes.</summary>
    public static byte[] Write(IClusterMessage message) => MessagePackSerializer.Serialize(message, Options);

    /// <summary>A message of its bytes, all of whose parts are there.</summary>
    /// <exception cref="MessagePackSerializationException">They are of none.</exception>
    public static IClusterMessage Read(ReadOnlyMemory<byte> bytes)
    {
        var message = MessagePackSerializer.Deserialize<IClusterMessage?>(bytes, Options);
        return IsWhole(message) ? message! : throw new MessagePackSerializationException("A message, or a part of it, is missing.");
    }

    private static bool IsWhole(IClusterMessage? message) => message switch
    {
        null => false,
        Hello one => one is { Engine: not null, Contracts: not null, Name: not null },
        Refused one => one.Sentence is not null,
        Beat one => one.Slots is not null && Array.TrueForAll(one.Slots, slot => slot?.Jobs is not null),
        ToSlot one => one.Body is not null && AreWhole(one.Contents),
        FromSlot one => one.Body is not null && AreWhole(one.Contents),
        ContentWanted one => one.Sha256 is not null,
        ContentChunk one => one.Sha256 is not null && one.Bytes is not null,
        ContentGone one => one.Sha256 is not null,
        _ => true,
    };

    private static bool AreWhole(ContentRecord[]? contents) =>
        contents is not null && Array.TrueForAll(contents, one => one is { Place: not null, Sha256: not null });
}
