namespace MessagePack.Formatters;

public sealed class KeyValuePairFormatter<TKey, TValue> : IMessagePackFormatter<KeyValuePair<TKey, TValue>>
{
    public void Serialize(
        ref MessagePackWriter writer, KeyValuePair<TKey, TValue> value, MessagePackSerializerOptions options)
    {
        writer.WriteArrayHeader(2);
        options.Resolver.GetFormatterWithVerify<TKey>().Serialize(ref writer, value.Key, options);
        options.Resolver.GetFormatterWithVerify<TValue>().Serialize(ref writer, value.Value, options);
    }

    public KeyValuePair<TKey, TValue> Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.ReadArrayHeader() != 2)
        {
            throw new MessagePackSerializationException("Invalid KeyValuePair format.");
        }

        options.Security.DepthStep(ref reader);
        var key = options.Resolver.GetFormatterWithVerify<TKey>().Deserialize(ref reader, options);
        var value = options.Resolver.GetFormatterWithVerify<TValue>().Deserialize(ref reader, options);
        reader.Depth--;
        return new KeyValuePair<TKey, TValue>(key, value);
    }
}
