namespace MessagePack.Formatters;

/// <summary>
/// Reads a counted run of elements into an array. A large count is a claim until bytes bear it out, so room for it is made as
/// the elements arrive: nested headers of hostile input cannot multiply the memory taken.
/// </summary>
internal static class ElementBuffer
{
    /// <summary>The most elements to make room for before the first has been read.</summary>
    public const int TrustedCount = 32;

    public static T[] Read<T>(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        var count = reader.ReadArrayHeader();
        if (count == 0)
        {
            return [];
        }

        var formatter = options.Resolver.GetFormatterWithVerify<T>();
        var array = new T[Math.Min(count, TrustedCount)];
        options.Security.DepthStep(ref reader);
        for (var i = 0; i < count; i++)
        {
            if (i == array.Length)
            {
                Array.Resize(ref array, (int)Math.Min(count, i * 2L));
            }

            reader.CancellationToken.ThrowIfCancellationRequested();
            array[i] = formatter.Deserialize(ref reader, options);
        }

        reader.Depth--;
        return array;
    }

    public static void Write<T>(
        ref MessagePackWriter writer,
        scoped ReadOnlySpan<T> values,
        MessagePackSerializerOptions options)
    {
        var formatter = options.Resolver.GetFormatterWithVerify<T>();
        writer.WriteArrayHeader(values.Length);
        foreach (var value in values)
        {
            writer.CancellationToken.ThrowIfCancellationRequested();
            formatter.Serialize(ref writer, value, options);
        }
    }
}
