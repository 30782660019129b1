namespace MessagePack.Formatters;

internal static class MapEntries
{
    public static void Write<TKey, TValue>(
        ref MessagePackWriter writer,
        Dictionary<TKey, TValue> map,
        MessagePackSerializerOptions options)
        where TKey : notnull
    {
        var keys = options.Resolver.GetFormatterWithVerify<TKey>();
        var values = options.Resolver.GetFormatterWithVerify<TValue>();
        writer.WriteMapHeader(map.Count);
        foreach (var (key, value) in map)
        {
            writer.CancellationToken.ThrowIfCancellationRequested();
            keys.Serialize(ref writer, key, options);
            values.Serialize(ref writer, value, options);
        }
    }

    public static void Write<TKey, TValue>(
        ref MessagePackWriter writer,
        int count,
        IEnumerable<KeyValuePair<TKey, TValue>> map,
        MessagePackSerializerOptions options)
    {
        var keys = options.Resolver.GetFormatterWithVerify<TKey>();
        var values = options.Resolver.GetFormatterWithVerify<TValue>();
        writer.WriteMapHeader(count);
        foreach (var (key, value) in map)
        {
            writer.CancellationToken.ThrowIfCancellationRequested();
            keys.Serialize(ref writer, key, options);
            values.Serialize(ref writer, value, options);
        }
    }

    public static Dictionary<TKey, TValue> Read<TKey, TValue>(
        ref MessagePackReader reader,
        MessagePackSerializerOptions options)
        where TKey : notnull
    {
        var count = reader.ReadMapHeader();
        var map = new Dictionary<TKey, TValue>(
            Math.Min(count, ElementBuffer.TrustedCount),
            options.Security.GetEqualityComparer<TKey>());
        if (count == 0)
        {
            return map;
        }

        var keys = options.Resolver.GetFormatterWithVerify<TKey>();
        var values = options.Resolver.GetFormatterWithVerify<TValue>();
        options.Security.DepthStep(ref reader);
        for (var i = 0; i < count; i++)
        {
            reader.CancellationToken.ThrowIfCancellationRequested();
            var key = keys.Deserialize(ref reader, options);
            map.Add(key, values.Deserialize(ref reader, options));
        }

        reader.Depth--;
        return map;
    }
}
