using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace MessagePack;

/// <summary>Formats whose size does not depend on the value.</summary>
public ref partial struct MessagePackWriter
{
    public void Write(bool value) => WriteCode(value ? MessagePackCode.True : MessagePackCode.False);

    public void Write(float value) => WriteWord(MessagePackCode.Float32, BitConverter.SingleToUInt32Bits(value));

    public void Write(double value) => WriteLong(MessagePackCode.Float64, BitConverter.DoubleToUInt64Bits(value));

    public void WriteUInt8(byte value) => WriteByte(MessagePackCode.UInt8, value);

    public void WriteInt8(sbyte value) => WriteByte(MessagePackCode.Int8, (byte)value);

    public void WriteUInt16(ushort value) => WriteShort(MessagePackCode.UInt16, value);

    public void WriteInt16(short value) => WriteShort(MessagePackCode.Int16, (ushort)value);

    public void WriteUInt32(uint value) => WriteWord(MessagePackCode.UInt32, value);

    public void WriteInt32(int value) => WriteWord(MessagePackCode.Int32, (uint)value);

    public void WriteUInt64(ulong value) => WriteLong(MessagePackCode.UInt64, value);

    public void WriteInt64(long value) => WriteLong(MessagePackCode.Int64, (ulong)value);

    private void WriteByte(byte code, byte value)
    {
        ref var start = ref Reserve(2);
        start = code;
        Unsafe.Add(ref start, 1) = value;
        used += 2;
    }

    private void WriteShort(byte code, ushort value)
    {
        ref var start = ref Reserve(3);
        start = code;
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref start, 1), BigEndian(value));
        used += 3;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteWord(byte code, uint value)
    {
        ref var start = ref Reserve(5);
        start = code;
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref start, 1), BigEndian(value));
        used += 5;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteLong(byte code, ulong value)
    {
        ref var start = ref Reserve(9);
        start = code;
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref start, 1), BigEndian(value));
        used += 9;
    }

    private static ushort BigEndian(ushort value) =>
        BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;

    private static uint BigEndian(uint value) =>
        BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;

    private static ulong BigEndian(ulong value) =>
        BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;
}
