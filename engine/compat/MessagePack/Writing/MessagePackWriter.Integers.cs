using System.Runtime.CompilerServices;

namespace MessagePack;

public ref partial struct MessagePackWriter
{
    public void Write(byte value) => Write((uint)value);

    public void Write(sbyte value) => Write((int)value);

    public void Write(ushort value) => Write((uint)value);

    public void Write(short value) => Write((int)value);

    public void Write(char value) => Write((uint)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(int value)
    {
        if ((uint)(value - MessagePackRange.MinFixNegativeInt) < 160u)
        {
            WriteCode((byte)value);
        }
        else
        {
            WriteSigned(value);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(uint value)
    {
        if (value <= MessagePackRange.MaxFixPositiveInt)
        {
            WriteCode((byte)value);
        }
        else
        {
            WriteUnsigned(value);
        }
    }

    public void Write(long value) => WriteSigned(value);

    public void Write(ulong value) => WriteUnsigned(value);

    private void WriteSigned(long value)
    {
        switch (value)
        {
            case >= 0:
                WriteUnsigned((ulong)value);
                break;
            case >= MessagePackRange.MinFixNegativeInt:
                WriteCode((byte)value);
                break;
            case >= sbyte.MinValue:
                WriteInt8((sbyte)value);
                break;
            case >= short.MinValue:
                WriteInt16((short)value);
                break;
            case >= int.MinValue:
                WriteInt32((int)value);
                break;
            default:
                WriteInt64(value);
                break;
        }
    }

    private void WriteUnsigned(ulong value)
    {
        switch (value)
        {
            case <= MessagePackRange.MaxFixPositiveInt:
                WriteCode((byte)value);
                break;
            case <= byte.MaxValue:
                WriteUInt8((byte)value);
                break;
            case <= ushort.MaxValue:
                WriteUInt16((ushort)value);
                break;
            case <= uint.MaxValue:
                WriteUInt32((uint)value);
                break;
            default:
                WriteUInt64(value);
                break;
        }
    }
}
