using System.Buffers;
using System.Text;

namespace MessagePack;

public ref partial struct MessagePackReader
{
    public string? ReadString()
    {
        if (TryReadNil())
        {
            return null;
        }

        var length = ReadStringLength();
        var value = Encoding.UTF8.GetString(span.Slice(position, length));
        position += length;
        return value;
    }

    public ReadOnlySequence<byte>? ReadStringSequence()
    {
        if (TryReadNil())
        {
            return null;
        }

        return ReadRaw(ReadStringLength());
    }

    public bool TryReadStringSpan(out ReadOnlySpan<byte> span)
    {
        if (IsNil)
        {
            span = default;
            return false;
        }

        var length = ReadStringLength();
        span = this.span.Slice(position, length);
        position += length;
        return true;
    }

    public ReadOnlySequence<byte>? ReadBytes()
    {
        if (TryReadNil())
        {
            return null;
        }

        if (!TryReadBytesHeader(out var length))
        {
            ThrowEndOfStream();
        }

        return ReadRaw(length);
    }

    private int ReadStringLength()
    {
        if (!TryReadStringHeader(out var length))
        {
            ThrowEndOfStream();
        }

        EnsureRemaining(length);
        return (int)length;
    }
}
