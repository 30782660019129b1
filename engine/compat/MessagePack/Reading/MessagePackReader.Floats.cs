using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace MessagePack;

/// <summary>A float is read from either float format and from any integer.</summary>
public ref partial struct MessagePackReader
{
    public float ReadSingle() => NextCode switch
    {
        MessagePackCode.Float32 => BinaryPrimitives.ReadSingleBigEndian(ReadPayload(sizeof(float))),
        MessagePackCode.Float64 => (float)BinaryPrimitives.ReadDoubleBigEndian(ReadPayload(sizeof(double))),
        MessagePackCode.UInt64 => ReadUInt64(),
        _ => ReadInt64(),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ReadDouble() => NextCode == MessagePackCode.Float64
        ? BinaryPrimitives.ReadDoubleBigEndian(ReadPayload(sizeof(double)))
        : ReadDoubleFromOther();

    private double ReadDoubleFromOther() => NextCode switch
    {
        MessagePackCode.Float32 => (double)BinaryPrimitives.ReadSingleBigEndian(ReadPayload(sizeof(float))),
        MessagePackCode.UInt64 => ReadUInt64(),
        _ => ReadInt64(),
    };
}
