using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace MessagePack;

public ref partial struct MessagePackReader
{
    /// <summary>
    /// Reads how many elements follow. An element takes at least one byte, so a count above the bytes left is refused before
    /// anything is allocated for it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadArrayHeader()
    {
        if (!TryReadArrayHeader(out var count) || count > Remaining)
        {
            ThrowEndOfStream();
        }

        return count;
    }

    public int ReadMapHeader()
    {
        if (!TryReadMapHeader(out var count) || count > Remaining / 2)
        {
            ThrowEndOfStream();
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadArrayHeader(out int count)
    {
        if (position < span.Length && (span[position] & 0xf0) == MessagePackCode.MinFixArray)
        {
            count = span[position++] & 0x0f;
            return true;
        }

        var isRead = TryReadLength(MessagePackCode.Array16 - 1, out var length);
        count = checked((int)length);
        return isRead;
    }

    public bool TryReadMapHeader(out int count)
    {
        if (position < span.Length && (span[position] & 0xf0) == MessagePackCode.MinFixMap)
        {
            count = span[position++] & 0x0f;
            return true;
        }

        var isRead = TryReadLength(MessagePackCode.Map16 - 1, out var length);
        count = checked((int)length);
        return isRead;
    }

    private bool TryReadStringHeader(out uint length)
    {
        if (position < span.Length && (span[position] & 0xe0) == MessagePackCode.MinFixStr)
        {
            length = span[position++] & 0x1fu;
            return true;
        }

        return TryReadLength(MessagePackCode.Str8, out length);
    }

    // The old specification had no binary formats, so bytes may come as a string.
    private bool TryReadBytesHeader(out uint length) =>
        position < span.Length && MessagePackCode.ToMessagePackType(span[position]) == MessagePackType.String
            ? TryReadStringHeader(out length)
            : TryReadLength(MessagePackCode.Bin8, out length);

    /// <summary>
    /// Reads the length of a family of three codes in a row, with 8, 16 and 32 bits of length. The families without an 8 bit
    /// form name the code that would come before; that code is another family's and refused.
    /// </summary>
    private bool TryReadLength(int code8, out uint length)
    {
        length = 0;
        if (position >= span.Length)
        {
            return false;
        }

        var code = span[position];
        var form = code - code8;
        if (form is < 0 or > 2 || (form == 0 && code8 is not (MessagePackCode.Str8 or MessagePackCode.Bin8)))
        {
            MessagePackSerializationException.ThrowUnexpectedCode(code);
        }

        var size = 1 << form;
        if (Remaining <= size)
        {
            return false;
        }

        var payload = ReadPayload(size);
        length = form switch
        {
            0 => payload[0],
            1 => BinaryPrimitives.ReadUInt16BigEndian(payload),
            _ => BinaryPrimitives.ReadUInt32BigEndian(payload),
        };
        return true;
    }
}
