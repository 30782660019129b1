using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using MessagePack;

namespace NasEngine.Pipeline.Reading.Following;

/// <summary>
/// The few kinds of MessagePack values that the most frequent events are made of, one after another in a span. The library's reader takes
/// what lies in several pieces of memory too, which of millions of small events is a third of the time. What is called for every event is
/// compiled to its best at once: a million trials are read before the runtime would have come to that.
/// </summary>
internal ref struct PackedSpan(ReadOnlySpan<byte> bytes)
{
    private const byte FewMembers = 0x0f;
    private const byte FewLetters = 0x1f;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>How many members the array has that begins here.</summary>
    public int Array() => Count(MessagePackCode.MinFixArray, MessagePackCode.Array16);

    /// <summary>How many pairs the map has that begins here.</summary>
    public int Map() => Count(MessagePackCode.MinFixMap, MessagePackCode.Map16);

    /// <summary>Goes past nothing, where there is nothing.</summary>
    public bool TryNil()
    {
        var isNil = _bytes[_at] == MessagePackCode.Nil;
        _at += isNil ? 1 : 0;
        return isNil;
    }

    /// <summary>A whole number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public long Whole()
    {
        var code = _bytes[_at++];
        return code switch
        {
            <= MessagePackCode.MaxFixInt => code,
            >= MessagePackCode.MinNegativeFixInt => (sbyte)code,
            MessagePackCode.UInt8 => Take(1)[0],
            MessagePackCode.UInt16 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            MessagePackCode.UInt32 => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            MessagePackCode.UInt64 => checked((long)BinaryPrimitives.ReadUInt64BigEndian(Take(8))),
            MessagePackCode.Int8 => (sbyte)Take(1)[0],
            MessagePackCode.Int16 => BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            MessagePackCode.Int32 => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            MessagePackCode.Int64 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            _ => throw Unexpected(code),
        };
    }

    /// <summary>A whole number of 32 bits.</summary>
    public int Int() => checked((int)Whole());

    /// <summary>A number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Number()
    {
        switch (_bytes[_at++])
        {
            case MessagePackCode.Float64:
                return BinaryPrimitives.ReadDoubleBigEndian(Take(8));
            case MessagePackCode.Float32:
                return BinaryPrimitives.ReadSingleBigEndian(Take(4));
            default:
                _at--;
                return Whole();
        }
    }

    /// <summary>A text, UTF-8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<byte> Text()
    {
        var code = _bytes[_at++];
        return Take(code switch
        {
            >= MessagePackCode.MinFixStr and <= MessagePackCode.MaxFixStr => code & FewLetters,
            MessagePackCode.Str8 => Take(1)[0],
            MessagePackCode.Str16 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            MessagePackCode.Str32 => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            _ => throw Unexpected(code),
        });
    }

    /// <summary>Goes past a value, whatever it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Skip()
    {
        if (_bytes[_at] is <= MessagePackCode.MaxFixInt or MessagePackCode.MinFixMap or MessagePackCode.MinFixArray or MessagePackCode.Nil)
        {
            _at++;
            return;
        }

        var rest = new MessagePackReader(_bytes[_at..].ToArray());
        rest.Skip();
        _at += (int)rest.Consumed;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Count(byte few, byte many)
    {
        var code = _bytes[_at++];
        var count = code >= few && code <= few + FewMembers ? code & FewMembers
            : code == many ? BinaryPrimitives.ReadUInt16BigEndian(Take(2))
            : code == many + 1 ? BinaryPrimitives.ReadInt32BigEndian(Take(4))
            : throw Unexpected(code);
        return count >= 0 && count <= _bytes.Length - _at ? count : throw new EndOfStreamException(); // Each has a byte at least.
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        var taken = _bytes.Slice(_at, length);
        _at += length;
        return taken;
    }

    private static MessagePackSerializationException Unexpected(byte code) => new(FormattableString.Invariant($"Unexpected code {code}."));
}
