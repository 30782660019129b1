using System.Buffers;

namespace MessagePack;

/// <summary>Serialises values to MessagePack and back. Whatever goes wrong is a <see cref="MessagePackSerializationException"/>.</summary>
public static partial class MessagePackSerializer
{
    public static MessagePackSerializerOptions DefaultOptions { get; set; } = MessagePackSerializerOptions.Standard;

    public static void Serialize<T>(
        IBufferWriter<byte> writer,
        T value,
        MessagePackSerializerOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var messagePackWriter = new MessagePackWriter(writer) { CancellationToken = cancellationToken };
        Serialize(ref messagePackWriter, value, options);
        messagePackWriter.Flush();
    }

    public static void Serialize<T>(ref MessagePackWriter writer, T value, MessagePackSerializerOptions? options = null)
    {
        options ??= DefaultOptions;
        try
        {
            options.Resolver.GetFormatterWithVerify<T>().Serialize(ref writer, value, options);
        }
        catch (Exception e)
        {
            throw new MessagePackSerializationException($"Failed to serialize {typeof(T).FullName} value.", e);
        }
    }

    public static byte[] Serialize<T>(
        T value,
        MessagePackSerializerOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        using var scratch = ScratchBuffer.Rent();
        Serialize(scratch, value, options, cancellationToken);
        return scratch.WrittenSpan.ToArray();
    }

    public static T Deserialize<T>(
        in ReadOnlySequence<byte> byteSequence,
        MessagePackSerializerOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var reader = new MessagePackReader(byteSequence) { CancellationToken = cancellationToken };
        return Deserialize<T>(ref reader, options);
    }

    public static T Deserialize<T>(ref MessagePackReader reader, MessagePackSerializerOptions? options = null)
    {
        options ??= DefaultOptions;
        try
        {
            return options.Resolver.GetFormatterWithVerify<T>().Deserialize(ref reader, options);
        }
        catch (Exception e)
        {
            throw new MessagePackSerializationException($"Failed to deserialize {typeof(T).FullName} value.", e);
        }
    }

    public static T Deserialize<T>(
        ReadOnlyMemory<byte> buffer,
        MessagePackSerializerOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var reader = new MessagePackReader(buffer) { CancellationToken = cancellationToken };
        return Deserialize<T>(ref reader, options);
    }

    public static T Deserialize<T>(
        ReadOnlyMemory<byte> buffer,
        out int bytesRead,
        CancellationToken cancellationToken = default) =>
        Deserialize<T>(buffer, null, out bytesRead, cancellationToken);

    public static T Deserialize<T>(
        ReadOnlyMemory<byte> buffer,
        MessagePackSerializerOptions? options,
        out int bytesRead,
        CancellationToken cancellationToken = default)
    {
        var reader = new MessagePackReader(buffer) { CancellationToken = cancellationToken };
        var value = Deserialize<T>(ref reader, options);
        bytesRead = (int)reader.Consumed;
        return value;
    }
}
