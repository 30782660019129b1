using System.Runtime.CompilerServices;

namespace MessagePack.Formatters;

/// <summary>An enum is written as the number under it.</summary>
internal sealed class GenericEnumFormatter<T, TNumber, TScalar> : IMessagePackFormatter<T>
    where T : struct, Enum
    where TNumber : struct
    where TScalar : struct, IScalar<TNumber>
{
    public void Serialize(ref MessagePackWriter writer, T value, MessagePackSerializerOptions options) =>
        TScalar.Write(ref writer, Unsafe.BitCast<T, TNumber>(value));

    public T Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        Unsafe.BitCast<TNumber, T>(TScalar.Read(ref reader));
}
