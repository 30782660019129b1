using System.Buffers;
using System.Numerics;

namespace MessagePack.Formatters;

/// <summary>Written as binary: two's complement, little-endian.</summary>
internal sealed class BigIntegerFormatter : IMessagePackFormatter<BigInteger>
{
    public void Serialize(ref MessagePackWriter writer, BigInteger value, MessagePackSerializerOptions options) =>
        writer.Write(value.ToByteArray());

    public BigInteger Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.ReadBytes() is not { } bytes)
        {
            MessagePackSerializationException.ThrowUnexpectedNil<BigInteger>();
            return default;
        }

        return new BigInteger(bytes.IsSingleSegment ? bytes.FirstSpan : bytes.ToArray());
    }
}

internal sealed class ComplexFormatter : IMessagePackFormatter<Complex>
{
    public void Serialize(ref MessagePackWriter writer, Complex value, MessagePackSerializerOptions options)
    {
        writer.WriteArrayHeader(2);
        writer.Write(value.Real);
        writer.Write(value.Imaginary);
    }

    public Complex Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.ReadArrayHeader() == 2
            ? new Complex(reader.ReadDouble(), reader.ReadDouble())
            : throw new MessagePackSerializationException("Invalid Complex format.");
}

/// <summary>Written as a 32 bit float.</summary>
internal sealed class HalfFormatter : IMessagePackFormatter<Half>
{
    public void Serialize(ref MessagePackWriter writer, Half value, MessagePackSerializerOptions options) =>
        writer.Write((float)value);

    public Half Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        (Half)reader.ReadSingle();
}
