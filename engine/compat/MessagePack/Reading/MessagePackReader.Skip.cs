namespace MessagePack;

public ref partial struct MessagePackReader
{
    /// <summary>Steps over one value with all that is in it, without recursion.</summary>
    public void Skip()
    {
        for (var values = 1L; values > 0; values--)
        {
            values += SkipOne();
        }
    }

    /// <summary>Steps over one value or one header, and says how many values follow that header.</summary>
    private long SkipOne()
    {
        var code = NextCode;
        switch (MessagePackCode.ToMessagePackType(code))
        {
            case MessagePackType.Array:
                return ReadArrayHeader();
            case MessagePackType.Map:
                return ReadMapHeader() * 2L;
            case MessagePackType.String:
                var length = ReadStringLength();
                position += length;
                return 0;
            case MessagePackType.Binary:
                ReadBytes();
                return 0;
            case MessagePackType.Extension:
                ReadRaw(ReadExtensionFormatHeader().Length);
                return 0;
            case MessagePackType.Unknown:
                MessagePackSerializationException.ThrowUnexpectedCode(code);
                return 0;
            default:
                ReadPayload(ScalarSize(code));
                return 0;
        }
    }

    private static int ScalarSize(byte code) => code switch
    {
        MessagePackCode.UInt8 or MessagePackCode.Int8 => 1,
        MessagePackCode.UInt16 or MessagePackCode.Int16 => 2,
        MessagePackCode.UInt32 or MessagePackCode.Int32 or MessagePackCode.Float32 => 4,
        MessagePackCode.UInt64 or MessagePackCode.Int64 or MessagePackCode.Float64 => 8,
        _ => 0,
    };
}
