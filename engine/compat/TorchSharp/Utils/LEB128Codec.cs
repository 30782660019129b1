namespace TorchSharp.Utils;

/// <summary>Whole numbers in groups of seven bits, the lowest first: the counts in TorchSharp's files.</summary>
internal static class LEB128Codec
{
    internal static void Encode(this BinaryWriter writer, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        for (; value > 0x7f; value >>= 7) writer.Write((byte)(value | 0x80));
        writer.Write((byte)value);
    }

    internal static long Decode(this BinaryReader reader)
    {
        var value = 0L;
        for (var shift = 0; shift < 64; shift += 7)
        {
            long group = reader.ReadByte();
            value |= (group & 0x7f) << shift;
            if ((group & 0x80) == 0) return value;
        }

        throw new InvalidDataException("A number in the stream is longer than 64 bits.");
    }
}
