using System.Buffers;
using System.Text;

namespace MessagePack;

public ref partial struct MessagePackWriter
{
    // Up to here the text is encoded once, into room for the worst case (48 KiB, so a 16-bit length always holds it);
    // beyond it is measured first.
    private const int SinglePassLength = 16 * 1024;

    public void Write(string? value)
    {
        if (value is null)
        {
            WriteNil();
        }
        else
        {
            Write(value.AsSpan());
        }
    }

    public void Write(scoped ReadOnlySpan<char> value)
    {
        if (value.Length > SinglePassLength)
        {
            var byteCount = Encoding.UTF8.GetByteCount(value);
            WriteStringHeader(byteCount);
            Encoding.UTF8.GetBytes(value, GetSpan(byteCount));
            used += byteCount;
            return;
        }

        var span = GetSpan(3 + (value.Length * 3));
        var guess = StringHeaderSize(value.Length);
        var written = Encoding.UTF8.GetBytes(value, span[guess..]);
        var actual = StringHeaderSize(written);
        if (actual != guess)
        {
            span.Slice(guess, written).CopyTo(span[actual..]);
        }

        WriteStringHeader(written);
        used += written;
    }

    public void WriteString(scoped ReadOnlySpan<byte> utf8stringBytes)
    {
        WriteStringHeader(utf8stringBytes.Length);
        WriteRaw(utf8stringBytes);
    }

    public void WriteString(in ReadOnlySequence<byte> utf8stringBytes)
    {
        WriteStringHeader(checked((int)utf8stringBytes.Length));
        WriteRaw(utf8stringBytes);
    }

    private static int StringHeaderSize(int byteCount) => byteCount switch
    {
        <= MessagePackRange.MaxFixStringLength => 1,
        <= byte.MaxValue => 2,
        _ => 3,
    };
}
