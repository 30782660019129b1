using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MessagePack.Formatters;

// Upstream keeps this formatter in this namespace.
namespace MessagePack.ImmutableCollection;

public class ImmutableArrayFormatter<T> : IMessagePackFormatter<ImmutableArray<T>>
{
    public void Serialize(ref MessagePackWriter writer, ImmutableArray<T> value, MessagePackSerializerOptions options)
    {
        if (value.IsDefault)
        {
            writer.WriteNil();
            return;
        }

        ElementBuffer.Write<T>(ref writer, value.AsSpan(), options);
    }

    public ImmutableArray<T> Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.TryReadNil()
            ? default
            : ImmutableCollectionsMarshal.AsImmutableArray(ElementBuffer.Read<T>(ref reader, options));
}
