using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace MessagePack;

/// <summary>
/// Reads MessagePack values. A sequence of several segments is copied into one array first, so that every value lies in one
/// piece.
/// </summary>
public ref partial struct MessagePackReader
{
    private readonly ReadOnlySequence<byte> sequence;
    private readonly ReadOnlySpan<byte> span;
    private int position;

    public MessagePackReader(ReadOnlyMemory<byte> memory)
    {
        sequence = new ReadOnlySequence<byte>(memory);
        span = memory.Span;
    }

    public MessagePackReader(scoped in ReadOnlySequence<byte> readOnlySequence)
    {
        sequence = readOnlySequence;
        span = readOnlySequence.IsSingleSegment ? readOnlySequence.FirstSpan : readOnlySequence.ToArray();
    }

    public CancellationToken CancellationToken { get; set; }

    public int Depth { get; set; }

    public readonly ReadOnlySequence<byte> Sequence => sequence;

    public readonly SequencePosition Position => sequence.GetPosition(position);

    public readonly long Consumed => position;

    public readonly bool End => position == span.Length;

    public readonly bool IsNil => NextCode == MessagePackCode.Nil;

    public readonly MessagePackType NextMessagePackType => MessagePackCode.ToMessagePackType(NextCode);

    public readonly byte NextCode
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)position >= (uint)span.Length)
            {
                ThrowEndOfStream();
            }

            return span[position];
        }
    }

    internal readonly int Remaining => span.Length - position;

    public readonly MessagePackReader Clone(scoped in ReadOnlySequence<byte> readOnlySequence) =>
        new(readOnlySequence) { CancellationToken = CancellationToken, Depth = Depth };

    public readonly MessagePackReader CreatePeekReader() => this;

    public Nil ReadNil()
    {
        ReadCode(MessagePackCode.Nil);
        return Nil.Default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadNil()
    {
        if (NextCode != MessagePackCode.Nil)
        {
            return false;
        }

        position++;
        return true;
    }

    public bool ReadBoolean()
    {
        var code = NextCode;
        if (code is not (MessagePackCode.True or MessagePackCode.False))
        {
            MessagePackSerializationException.ThrowUnexpectedCode(code);
        }

        position++;
        return code == MessagePackCode.True;
    }

    public ReadOnlySequence<byte> ReadRaw(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        EnsureRemaining(length);
        var raw = sequence.Slice(position, length);
        position += (int)length;
        return raw;
    }

    public ReadOnlySequence<byte> ReadRaw()
    {
        var start = position;
        Skip();
        return sequence.Slice(start, position - start);
    }

    private void ReadCode(byte expected)
    {
        var code = NextCode;
        if (code != expected)
        {
            MessagePackSerializationException.ThrowUnexpectedCode(code);
        }

        position++;
    }

    private readonly void EnsureRemaining(long length)
    {
        if (Remaining < length)
        {
            ThrowEndOfStream();
        }
    }

    [DoesNotReturn]
    private static void ThrowEndOfStream() => throw new EndOfStreamException();
}
