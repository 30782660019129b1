using System.Buffers.Binary;

namespace MessagePack;

public ref partial struct MessagePackReader
{
    public ExtensionHeader ReadExtensionFormatHeader()
    {
        if (!TryReadExtensionFormatHeader(out var header))
        {
            ThrowEndOfStream();
        }

        EnsureRemaining(header.Length);
        return header;
    }

    public bool TryReadExtensionFormatHeader(out ExtensionHeader extensionHeader)
    {
        extensionHeader = default;
        if (Remaining < 2)
        {
            return false;
        }

        var code = span[position];
        var lengthSize = code switch
        {
            >= MessagePackCode.FixExt1 and <= MessagePackCode.FixExt16 => 0,
            MessagePackCode.Ext8 => 1,
            MessagePackCode.Ext16 => 2,
            MessagePackCode.Ext32 => 4,
            _ => -1,
        };
        if (lengthSize < 0)
        {
            MessagePackSerializationException.ThrowUnexpectedCode(code);
        }

        if (Remaining < 2 + lengthSize)
        {
            return false;
        }

        var payload = ReadPayload(lengthSize + 1);
        var length = lengthSize switch
        {
            0 => 1u << (code - MessagePackCode.FixExt1),
            1 => payload[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(payload),
            _ => BinaryPrimitives.ReadUInt32BigEndian(payload),
        };
        extensionHeader = new ExtensionHeader((sbyte)payload[^1], length);
        return true;
    }

    public ExtensionResult ReadExtensionFormat()
    {
        var header = ReadExtensionFormatHeader();
        return new ExtensionResult(header.TypeCode, ReadRaw(header.Length));
    }

    public DateTime ReadDateTime() => ReadDateTime(ReadExtensionFormatHeader());

    public DateTime ReadDateTime(ExtensionHeader header)
    {
        if (header.TypeCode != ReservedMessagePackExtensionTypeCode.DateTime || header.Length is not (4 or 8 or 12))
        {
            throw new MessagePackSerializationException(
                $"Extension type {header.TypeCode} of {header.Length} bytes is not a timestamp.");
        }

        EnsureRemaining(header.Length);
        var payload = span.Slice(position, (int)header.Length);
        position += payload.Length;
        return Timestamp.Read(payload);
    }
}
