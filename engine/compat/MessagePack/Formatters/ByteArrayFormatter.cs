using System.Buffers;

namespace MessagePack.Formatters;

/// <summary>Bytes are written as binary, and read from binary, from a string or from an array of numbers.</summary>
internal sealed class ByteArrayFormatter : IMessagePackFormatter<byte[]?>
{
    public void Serialize(ref MessagePackWriter writer, byte[]? value, MessagePackSerializerOptions options) =>
        writer.Write(value);

    public byte[]? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.NextMessagePackType != MessagePackType.Array)
        {
            return reader.ReadBytes()?.ToArray();
        }

        var bytes = new byte[reader.ReadArrayHeader()];
        ScalarSpan.Read<byte, ByteScalar>(ref reader, bytes);
        return bytes;
    }
}
