using System.Buffers;

namespace MessagePack;

/// <summary>A growing, contiguous buffer out of the array pool; each thread keeps a small one between calls.</summary>
internal sealed class ScratchBuffer : IBufferWriter<byte>, IDisposable
{
    private const int InitialSize = 64 * 1024;

    [ThreadStatic]
    private static ScratchBuffer? idle;

    private readonly byte[] home = new byte[InitialSize];
    private byte[] array;
    private int count;

    private ScratchBuffer() => array = home;

    public ReadOnlyMemory<byte> WrittenMemory => array.AsMemory(0, count);

    public ReadOnlySpan<byte> WrittenSpan => array.AsSpan(0, count);

    // A formatter may serialise something of its own in the middle, so the buffer is taken, not borrowed.
    public static ScratchBuffer Rent()
    {
        var buffer = idle ?? new ScratchBuffer();
        idle = null;
        return buffer;
    }

    public void Dispose()
    {
        ReturnArray();
        array = home;
        count = 0;
        idle = this;
    }

    public void Advance(int count) => this.count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureFree(sizeHint);
        return array.AsMemory(count);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureFree(sizeHint);
        return array.AsSpan(count);
    }

    private void EnsureFree(int sizeHint)
    {
        var needed = count + (long)Math.Max(sizeHint, 1);
        if (needed <= array.Length)
        {
            return;
        }

        var size = Math.Min(Math.Max(needed, array.Length * 2L), Math.Max(needed, Array.MaxLength));
        var larger = ArrayPool<byte>.Shared.Rent(checked((int)size));
        WrittenSpan.CopyTo(larger);
        ReturnArray();
        array = larger;
    }

    private void ReturnArray()
    {
        if (array != home)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }
}
