namespace MessagePack.Formatters;

/// <summary>Any countable collection, written as an array and built again from one.</summary>
internal sealed class CollectionFormatter<T, TCollection>(Func<T[], MessagePackSecurity, TCollection> build)
    : IMessagePackFormatter<TCollection?>
    where TCollection : IEnumerable<T>
{
    public void Serialize(ref MessagePackWriter writer, TCollection? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        if (value is T[] array)
        {
            ElementBuffer.Write<T>(ref writer, array, options);
            return;
        }

        if (!value.TryGetNonEnumeratedCount(out var count) && value is not IReadOnlyCollection<T>)
        {
            ElementBuffer.Write<T>(ref writer, value.ToArray(), options);
            return;
        }

        var formatter = options.Resolver.GetFormatterWithVerify<T>();
        writer.WriteArrayHeader(value is IReadOnlyCollection<T> counted ? counted.Count : count);
        foreach (var item in value)
        {
            writer.CancellationToken.ThrowIfCancellationRequested();
            formatter.Serialize(ref writer, item, options);
        }
    }

    public TCollection? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.TryReadNil() ? default : build(ElementBuffer.Read<T>(ref reader, options), options.Security);
}
