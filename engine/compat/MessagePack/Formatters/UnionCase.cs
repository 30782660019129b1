namespace MessagePack.Formatters;

/// <summary>One type of a union, under its key.</summary>
internal abstract class UnionCase<T>(int key)
{
    public int Key { get; } = key;

    public abstract void Serialize(ref MessagePackWriter writer, T value, MessagePackSerializerOptions options);

    public abstract T Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options);
}

internal sealed class UnionCase<T, TCase>(int key) : UnionCase<T>(key)
    where TCase : T
{
    public override void Serialize(ref MessagePackWriter writer, T value, MessagePackSerializerOptions options) =>
        options.Resolver.GetFormatterWithVerify<TCase>().Serialize(ref writer, (TCase)value!, options);

    public override T Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        options.Resolver.GetFormatterWithVerify<TCase>().Deserialize(ref reader, options);
}
