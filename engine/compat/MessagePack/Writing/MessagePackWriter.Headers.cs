using System.Runtime.CompilerServices;

namespace MessagePack;

public ref partial struct MessagePackWriter
{
    public void WriteArrayHeader(int count) => WriteArrayHeader((uint)count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteArrayHeader(uint count)
    {
        if (count <= MessagePackRange.MaxFixArrayCount)
        {
            WriteCode((byte)(MessagePackCode.MinFixArray | count));
        }
        else
        {
            WriteCount(count, MessagePackCode.Array16, MessagePackCode.Array32);
        }
    }

    public void WriteMapHeader(int count) => WriteMapHeader((uint)count);

    public void WriteMapHeader(uint count)
    {
        if (count <= MessagePackRange.MaxFixMapCount)
        {
            WriteCode((byte)(MessagePackCode.MinFixMap | count));
        }
        else
        {
            WriteCount(count, MessagePackCode.Map16, MessagePackCode.Map32);
        }
    }

    public void WriteBinHeader(int length)
    {
        if (length <= byte.MaxValue)
        {
            WriteByte(MessagePackCode.Bin8, (byte)length);
        }
        else
        {
            WriteCount((uint)length, MessagePackCode.Bin16, MessagePackCode.Bin32);
        }
    }

    public void WriteStringHeader(int byteCount)
    {
        switch (byteCount)
        {
            case <= MessagePackRange.MaxFixStringLength:
                WriteCode((byte)(MessagePackCode.MinFixStr | byteCount));
                break;
            case <= byte.MaxValue:
                WriteByte(MessagePackCode.Str8, (byte)byteCount);
                break;
            default:
                WriteCount((uint)byteCount, MessagePackCode.Str16, MessagePackCode.Str32);
                break;
        }
    }

    private void WriteCount(uint count, byte code16, byte code32)
    {
        if (count <= ushort.MaxValue)
        {
            WriteShort(code16, (ushort)count);
        }
        else
        {
            WriteWord(code32, count);
        }
    }
}
