namespace MessagePack.Formatters;

internal sealed class ScalarFormatter<T, TScalar> : IMessagePackFormatter<T>
    where TScalar : struct, IScalar<T>
{
    public void Serialize(ref MessagePackWriter writer, T value, MessagePackSerializerOptions options) =>
        TScalar.Write(ref writer, value);

    public T Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => TScalar.Read(ref reader);
}
