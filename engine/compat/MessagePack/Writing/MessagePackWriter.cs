using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MessagePack;

/// <summary>Writes MessagePack values into a buffer writer, each in the shortest form that holds it.</summary>
public ref partial struct MessagePackWriter
{
    private readonly IBufferWriter<byte> output;
    private Span<byte> buffer;
    private int used;

    public MessagePackWriter(IBufferWriter<byte> writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        output = writer;
    }

    public CancellationToken CancellationToken { get; set; }

    public readonly MessagePackWriter Clone(IBufferWriter<byte> writer) =>
        new(writer) { CancellationToken = CancellationToken };

    /// <summary>Hands what was written to the buffer writer; nothing is there before.</summary>
    public void Flush()
    {
        if (used > 0)
        {
            output.Advance(used);
        }

        buffer = default;
        used = 0;
    }

    public Span<byte> GetSpan(int length)
    {
        Reserve(length);
        return buffer[used..];
    }

    public void Advance(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, buffer.Length - used);
        used += length;
    }

    public void WriteRaw(scoped ReadOnlySpan<byte> rawMessagePackBlock)
    {
        rawMessagePackBlock.CopyTo(GetSpan(rawMessagePackBlock.Length));
        used += rawMessagePackBlock.Length;
    }

    public void WriteRaw(in ReadOnlySequence<byte> rawMessagePackBlock)
    {
        foreach (var segment in rawMessagePackBlock)
        {
            WriteRaw(segment.Span);
        }
    }

    public void WriteNil() => WriteCode(MessagePackCode.Nil);

    /// <summary>Makes room for <paramref name="size"/> bytes and gives where they start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte Reserve(int size)
    {
        if (buffer.Length - used < size)
        {
            Grow(size);
        }

        return ref Unsafe.Add(ref MemoryMarshal.GetReference(buffer), used);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteCode(byte code)
    {
        Reserve(1) = code;
        used++;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int size)
    {
        Flush();
        buffer = output.GetSpan(size);
    }
}
