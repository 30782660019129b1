using System.Buffers;

namespace MessagePack;

public static partial class MessagePackSerializer
{
    public static string SerializeToJson<T>(
        T obj,
        MessagePackSerializerOptions? options = null,
        CancellationToken cancellationToken = default) =>
        ConvertToJson(Serialize(obj, options, cancellationToken), options, cancellationToken);

    public static string ConvertToJson(
        ReadOnlyMemory<byte> bytes,
        MessagePackSerializerOptions? options = null,
        CancellationToken cancellationToken = default) =>
        ConvertToJson(new ReadOnlySequence<byte>(bytes), options, cancellationToken);

    public static string ConvertToJson(
        in ReadOnlySequence<byte> bytes,
        MessagePackSerializerOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        using var json = new StringWriter();
        var reader = new MessagePackReader(bytes) { CancellationToken = cancellationToken };
        ConvertToJson(ref reader, json, options);
        return json.ToString();
    }

    public static void ConvertToJson(
        ref MessagePackReader reader,
        TextWriter jsonWriter,
        MessagePackSerializerOptions? options = null)
    {
        if (reader.End)
        {
            return;
        }

        try
        {
            new JsonConversion(jsonWriter, options ?? DefaultOptions).Convert(ref reader);
        }
        catch (Exception e)
        {
            throw new MessagePackSerializationException("Error occurred while translating msgpack to JSON.", e);
        }
    }
}
