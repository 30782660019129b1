using MessagePack.Formatters;

namespace MessagePack;

public static partial class MessagePackSerializer
{
    public static byte[] Serialize(
        Type type,
        object? obj,
        MessagePackSerializerOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        using var scratch = ScratchBuffer.Rent();
        var writer = new MessagePackWriter(scratch) { CancellationToken = cancellationToken };
        Serialize(type, ref writer, obj, options);
        writer.Flush();
        return scratch.WrittenSpan.ToArray();
    }

    public static void Serialize(
        Type type,
        ref MessagePackWriter writer,
        object? obj,
        MessagePackSerializerOptions? options = null)
    {
        try
        {
            TypedFormat.Of(type).Serialize(ref writer, obj, options ?? DefaultOptions);
        }
        catch (Exception e)
        {
            throw new MessagePackSerializationException($"Failed to serialize {type.FullName} value.", e);
        }
    }

    public static object? Deserialize(
        Type type,
        ReadOnlyMemory<byte> bytes,
        MessagePackSerializerOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var reader = new MessagePackReader(bytes) { CancellationToken = cancellationToken };
        return Deserialize(type, ref reader, options);
    }

    public static object? Deserialize(Type type, ref MessagePackReader reader, MessagePackSerializerOptions? options = null)
    {
        try
        {
            return TypedFormat.Of(type).Deserialize(ref reader, options ?? DefaultOptions);
        }
        catch (Exception e)
        {
            throw new MessagePackSerializationException($"Failed to deserialize {type.FullName} value.", e);
        }
    }
}
