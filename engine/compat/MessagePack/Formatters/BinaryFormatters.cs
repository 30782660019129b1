using System.Buffers;

namespace MessagePack.Formatters;

internal sealed class ByteMemoryFormatter : IMessagePackFormatter<Memory<byte>>
{
    public void Serialize(ref MessagePackWriter writer, Memory<byte> value, MessagePackSerializerOptions options) =>
        writer.Write(value.Span);

    public Memory<byte> Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.ReadBytes()?.ToArray();
}

internal sealed class ByteReadOnlyMemoryFormatter : IMessagePackFormatter<ReadOnlyMemory<byte>>
{
    public void Serialize(
        ref MessagePackWriter writer, ReadOnlyMemory<byte> value, MessagePackSerializerOptions options) =>
        writer.Write(value.Span);

    public ReadOnlyMemory<byte> Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.ReadBytes()?.ToArray();
}

internal sealed class ByteSequenceFormatter : IMessagePackFormatter<ReadOnlySequence<byte>>
{
    public void Serialize(
        ref MessagePackWriter writer, ReadOnlySequence<byte> value, MessagePackSerializerOptions options) =>
        writer.Write(value);

    public ReadOnlySequence<byte> Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.ReadBytes() is { } bytes ? new ReadOnlySequence<byte>(bytes.ToArray()) : default;
}

internal sealed class ByteSegmentFormatter : IMessagePackFormatter<ArraySegment<byte>>
{
    public void Serialize(ref MessagePackWriter writer, ArraySegment<byte> value, MessagePackSerializerOptions options)
    {
        if (value.Array is null)
        {
            writer.WriteNil();
        }
        else
        {
            writer.Write(value.AsSpan());
        }
    }

    public ArraySegment<byte> Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.ReadBytes() is { } bytes ? new ArraySegment<byte>(bytes.ToArray()) : default;
}
