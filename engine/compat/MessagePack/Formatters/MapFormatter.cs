namespace MessagePack.Formatters;

/// <summary>Any dictionary, written as a map and built again through a <see cref="Dictionary{TKey,TValue}"/>.</summary>
internal sealed class MapFormatter<TKey, TValue, TMap>(Func<Dictionary<TKey, TValue>, TMap> build)
    : IMessagePackFormatter<TMap?>
    where TKey : notnull
    where TMap : class, IEnumerable<KeyValuePair<TKey, TValue>>
{
    public void Serialize(ref MessagePackWriter writer, TMap? value, MessagePackSerializerOptions options)
    {
        switch (value)
        {
            case null:
                writer.WriteNil();
                break;
            case Dictionary<TKey, TValue> dictionary:
                MapEntries.Write(ref writer, dictionary, options);
                break;
            default:
                MapEntries.Write(ref writer, Count(value), value, options);
                break;
        }
    }

    public TMap? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.TryReadNil() ? null : build(MapEntries.Read<TKey, TValue>(ref reader, options));

    private static int Count(TMap map) =>
        map is IReadOnlyCollection<KeyValuePair<TKey, TValue>> counted ? counted.Count : map.Count();
}
