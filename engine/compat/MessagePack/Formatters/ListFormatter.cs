using System.Runtime.InteropServices;

namespace MessagePack.Formatters;

public sealed class ListFormatter<T> : IMessagePackFormatter<List<T>?>
{
    public void Serialize(ref MessagePackWriter writer, List<T>? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        ElementBuffer.Write<T>(ref writer, CollectionsMarshal.AsSpan(value), options);
    }

    public List<T>? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        var count = reader.ReadArrayHeader();
        var formatter = options.Resolver.GetFormatterWithVerify<T>();
        var list = new List<T>(Math.Min(count, ElementBuffer.TrustedCount));
        options.Security.DepthStep(ref reader);
        for (var i = 0; i < count; i++)
        {
            reader.CancellationToken.ThrowIfCancellationRequested();
            list.Add(formatter.Deserialize(ref reader, options));
        }

        reader.Depth--;
        return list;
    }
}
