namespace MessagePack.Formatters;

public sealed class MemoryFormatter<T> : IMessagePackFormatter<Memory<T>>
{
    public void Serialize(ref MessagePackWriter writer, Memory<T> value, MessagePackSerializerOptions options) =>
        ElementBuffer.Write<T>(ref writer, value.Span, options);

    public Memory<T> Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        options.Resolver.GetFormatterWithVerify<T[]>().Deserialize(ref reader, options);
}

public sealed class ReadOnlyMemoryFormatter<T> : IMessagePackFormatter<ReadOnlyMemory<T>>
{
    public void Serialize(ref MessagePackWriter writer, ReadOnlyMemory<T> value, MessagePackSerializerOptions options) =>
        ElementBuffer.Write(ref writer, value.Span, options);

    public ReadOnlyMemory<T> Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        options.Resolver.GetFormatterWithVerify<T[]>().Deserialize(ref reader, options);
}
