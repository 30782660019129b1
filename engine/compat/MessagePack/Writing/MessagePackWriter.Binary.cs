using System.Buffers;

namespace MessagePack;

public ref partial struct MessagePackWriter
{
    public void Write(byte[]? src)
    {
        if (src is null)
        {
            WriteNil();
        }
        else
        {
            Write(src.AsSpan());
        }
    }

    public void Write(scoped ReadOnlySpan<byte> src)
    {
        WriteBinHeader(src.Length);
        WriteRaw(src);
    }

    public void Write(in ReadOnlySequence<byte> src)
    {
        WriteBinHeader(checked((int)src.Length));
        WriteRaw(src);
    }

    public void WriteExtensionFormatHeader(ExtensionHeader extensionHeader)
    {
        var length = extensionHeader.Length;
        var fixedCode = length switch
        {
            1 => MessagePackCode.FixExt1,
            2 => MessagePackCode.FixExt2,
            4 => MessagePackCode.FixExt4,
            8 => MessagePackCode.FixExt8,
            16 => MessagePackCode.FixExt16,
            _ => (byte)0,
        };
        if (fixedCode != 0)
        {
            WriteCode(fixedCode);
        }
        else if (length <= byte.MaxValue)
        {
            WriteByte(MessagePackCode.Ext8, (byte)length);
        }
        else
        {
            WriteCount(length, MessagePackCode.Ext16, MessagePackCode.Ext32);
        }

        WriteCode((byte)extensionHeader.TypeCode);
    }

    public void WriteExtensionFormat(ExtensionResult extensionData)
    {
        WriteExtensionFormatHeader(extensionData.Header);
        WriteRaw(extensionData.Data);
    }
}
