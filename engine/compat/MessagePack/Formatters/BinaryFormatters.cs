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

/// <summary>A list of bytes is an array of numbers; bytes are taken for one as well.</summary>
internal sealed class ByteListFormatter : IMessagePackFormatter<List<byte>?>
{
    private static readonly ScalarListFormatter<byte, ByteScalar> Numbers = new();

    public void Serialize(ref MessagePackWriter writer, List<byte>? value, MessagePackSerializerOptions options) =>
        Numbers.Serialize(ref writer, value, options);

    public List<byte>? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.NextMessagePackType == MessagePackType.Array)
        {
            return Numbers.Deserialize(ref reader, options);
        }

        return reader.ReadBytes() is { } bytes ? [.. bytes.ToArray()] : null;
    }
}
