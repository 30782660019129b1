using System.Buffers;

namespace MessagePack.Formatters;

/// <summary>A value of unknown type: written by the type it has, with numbers in full width; read as what the input says.</summary>
internal sealed class ObjectFormatter : IMessagePackFormatter<object?>
{
    public static readonly ObjectFormatter Instance = new();

    private ObjectFormatter()
    {
    }

    public void Serialize(ref MessagePackWriter writer, object? value, MessagePackSerializerOptions options)
    {
        switch (value)
        {
            case null:
                writer.WriteNil();
                break;
            case Enum number:
                SerializeNumber(ref writer, Convert.ChangeType(number, number.GetTypeCode(), null), options);
                break;
            case not null when value.GetType() == typeof(object):
                writer.WriteMapHeader(0);
                break;
            default:
                SerializeNumber(ref writer, value, options);
                break;
        }
    }

    public object? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Integer:
                return Integer(ref reader);
            case MessagePackType.Boolean:
                return reader.ReadBoolean();
            case MessagePackType.Float:
                return reader.NextCode == MessagePackCode.Float32 ? (object)reader.ReadSingle() : reader.ReadDouble();
            case MessagePackType.String:
                return reader.ReadString();
            case MessagePackType.Binary:
                return reader.ReadBytes()?.ToArray();
            case MessagePackType.Extension:
                return Extension(ref reader);
            case MessagePackType.Array:
                return ElementBuffer.Read<object?>(ref reader, options);
            case MessagePackType.Map:
                return MapEntries.Read<object, object?>(ref reader, options);
            default:
                reader.ReadNil();
                return null;
        }
    }

    private static void SerializeNumber(ref MessagePackWriter writer, object value, MessagePackSerializerOptions options)
    {
        switch (value)
        {
            case sbyte number:
                writer.WriteInt8(number);
                break;
            case byte number:
                writer.WriteUInt8(number);
                break;
            case short number:
                writer.WriteInt16(number);
                break;
            case ushort number:
                writer.WriteUInt16(number);
                break;
            case int number:
                writer.WriteInt32(number);
                break;
            case uint number:
                writer.WriteUInt32(number);
                break;
            case long number:
                writer.WriteInt64(number);
                break;
            case ulong number:
                writer.WriteUInt64(number);
                break;
            default:
                TypedFormat.Of(value.GetType()).Serialize(ref writer, value, options);
                break;
        }
    }

    private static object Integer(ref MessagePackReader reader) => reader.NextCode switch
    {
        <= MessagePackCode.MaxFixInt or MessagePackCode.UInt8 => reader.ReadByte(),
        >= MessagePackCode.MinNegativeFixInt or MessagePackCode.Int8 => reader.ReadSByte(),
        MessagePackCode.Int16 => reader.ReadInt16(),
        MessagePackCode.Int32 => reader.ReadInt32(),
        MessagePackCode.Int64 => reader.ReadInt64(),
        MessagePackCode.UInt16 => reader.ReadUInt16(),
        MessagePackCode.UInt32 => reader.ReadUInt32(),
        _ => reader.ReadUInt64(),
    };

    private static object Extension(ref MessagePackReader reader)
    {
        var header = reader.ReadExtensionFormatHeader();
        return header.TypeCode == ReservedMessagePackExtensionTypeCode.DateTime
            ? reader.ReadDateTime(header)
            : throw new MessagePackSerializationException($"Extension type code {header.TypeCode} has no type to read it as.");
    }
}
