using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace MessagePack;

/// <summary>
/// An integer is read from any integer format that holds it; one too large for the type asked for is an
/// <see cref="OverflowException"/>.
/// </summary>
public ref partial struct MessagePackReader
{
    public byte ReadByte() => checked((byte)ReadUInt64());

    public ushort ReadUInt16() => checked((ushort)ReadUInt64());

    public uint ReadUInt32() => checked((uint)ReadUInt64());

    public char ReadChar() => (char)ReadUInt16();

    public sbyte ReadSByte() => checked((sbyte)ReadInt64());

    public short ReadInt16() => checked((short)ReadInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadInt32()
    {
        var code = (sbyte)NextCode;
        if (code >= MessagePackRange.MinFixNegativeInt)
        {
            position++;
            return code;
        }

        return checked((int)ReadInt64Wide());
    }

    public long ReadInt64()
    {
        var code = (sbyte)NextCode;
        if (code >= MessagePackRange.MinFixNegativeInt)
        {
            position++;
            return code;
        }

        return ReadInt64Wide();
    }

    public ulong ReadUInt64()
    {
        var code = NextCode;
        if (code <= MessagePackCode.MaxFixInt)
        {
            position++;
            return code;
        }

        if (code == MessagePackCode.UInt64)
        {
            return BinaryPrimitives.ReadUInt64BigEndian(ReadPayload(sizeof(ulong)));
        }

        return checked((ulong)ReadInt64());
    }

    private long ReadInt64Wide()
    {
        var code = NextCode;
        switch (code)
        {
            case MessagePackCode.UInt8:
                return ReadPayload(sizeof(byte))[0];
            case MessagePackCode.UInt16:
                return BinaryPrimitives.ReadUInt16BigEndian(ReadPayload(sizeof(ushort)));
            case MessagePackCode.UInt32:
                return BinaryPrimitives.ReadUInt32BigEndian(ReadPayload(sizeof(uint)));
            case MessagePackCode.UInt64:
                return checked((long)BinaryPrimitives.ReadUInt64BigEndian(ReadPayload(sizeof(ulong))));
            case MessagePackCode.Int8:
                return (sbyte)ReadPayload(sizeof(sbyte))[0];
            case MessagePackCode.Int16:
                return BinaryPrimitives.ReadInt16BigEndian(ReadPayload(sizeof(short)));
            case MessagePackCode.Int32:
                return BinaryPrimitives.ReadInt32BigEndian(ReadPayload(sizeof(int)));
            case MessagePackCode.Int64:
                return BinaryPrimitives.ReadInt64BigEndian(ReadPayload(sizeof(long)));
            default:
                MessagePackSerializationException.ThrowUnexpectedCode(code);
                return 0;
        }
    }

    /// <summary>Steps over the code and the bytes after it, and gives those bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> ReadPayload(int size)
    {
        if (Remaining <= size)
        {
            ThrowEndOfStream();
        }

        var payload = span.Slice(position + 1, size);
        position += size + 1;
        return payload;
    }
}
