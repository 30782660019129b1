namespace MessagePack.Formatters;

internal sealed class ScalarArrayFormatter<T, TScalar> : IMessagePackFormatter<T[]?>
    where TScalar : struct, IScalar<T>
{
    public void Serialize(ref MessagePackWriter writer, T[]? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        ScalarSpan.Write<T, TScalar>(ref writer, value);
    }

    public T[]? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        var count = reader.ReadArrayHeader();
        if (count == 0)
        {
            return [];
        }

        var array = new T[count];
        ScalarSpan.Read<T, TScalar>(ref reader, array);
        return array;
    }
}
