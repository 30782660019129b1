using System.Reflection;

namespace MessagePack.Formatters;

/// <summary>An abstract type is written as [key of the actual type, value]; a type without a key is written as nil.</summary>
internal sealed class UnionFormatter<T> : IMessagePackFormatter<T?>
    where T : class
{
    private readonly Dictionary<Type, UnionCase<T>> byType = [];
    private readonly Dictionary<int, UnionCase<T>> byKey = [];

    public UnionFormatter()
    {
        foreach (var union in typeof(T).GetCustomAttributes<UnionAttribute>(inherit: false))
        {
            var type = typeof(UnionCase<,>).MakeGenericType(typeof(T), union.SubType);
            var unionCase = (UnionCase<T>)Activator.CreateInstance(type, union.Key)!;
            byType.Add(union.SubType, unionCase);
            byKey.Add(union.Key, unionCase);
        }
    }

    public void Serialize(ref MessagePackWriter writer, T? value, MessagePackSerializerOptions options)
    {
        if (value is null || !byType.TryGetValue(value.GetType(), out var unionCase))
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(2);
        writer.Write(unionCase.Key);
        unionCase.Serialize(ref writer, value, options);
    }

    public T? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        if (reader.ReadArrayHeader() != 2)
        {
            throw new InvalidOperationException($"Invalid Union data was detected. Type:{typeof(T).FullName}");
        }

        options.Security.DepthStep(ref reader);
        T? value = null;
        if (byKey.TryGetValue(reader.ReadInt32(), out var unionCase))
        {
            value = unionCase.Deserialize(ref reader, options);
        }
        else
        {
            reader.Skip();
        }

        reader.Depth--;
        return value;
    }
}
