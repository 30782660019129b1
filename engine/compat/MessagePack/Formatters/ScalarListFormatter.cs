using System.Runtime.InteropServices;

namespace MessagePack.Formatters;

internal sealed class ScalarListFormatter<T, TScalar> : IMessagePackFormatter<List<T>?>
    where TScalar : struct, IScalar<T>
{
    public void Serialize(ref MessagePackWriter writer, List<T>? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        ScalarSpan.Write<T, TScalar>(ref writer, CollectionsMarshal.AsSpan(value));
    }

    public List<T>? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        var count = reader.ReadArrayHeader();
        var list = new List<T>(count);
        CollectionsMarshal.SetCount(list, count);
        ScalarSpan.Read<T, TScalar>(ref reader, CollectionsMarshal.AsSpan(list));
        return list;
    }
}
