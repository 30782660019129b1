using System.Buffers;
using System.Globalization;

namespace MessagePack;

/// <summary>Writes any MessagePack value as JSON, for people to read.</summary>
internal sealed class JsonConversion(TextWriter json, MessagePackSerializerOptions options)
{
    public void Convert(ref MessagePackReader reader)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Integer:
                json.Write(MessagePackCode.IsSignedInteger(reader.NextCode)
                    ? reader.ReadInt64().ToString(CultureInfo.InvariantCulture)
                    : reader.ReadUInt64().ToString(CultureInfo.InvariantCulture));
                break;
            case MessagePackType.Boolean:
                json.Write(reader.ReadBoolean() ? "true" : "false");
                break;
            case MessagePackType.Float:
                json.Write(reader.NextCode == MessagePackCode.Float32
                    ? reader.ReadSingle().ToString("R", CultureInfo.InvariantCulture)
                    : reader.ReadDouble().ToString("R", CultureInfo.InvariantCulture));
                break;
            case MessagePackType.String:
                WriteString(reader.ReadString()!);
                break;
            case MessagePackType.Binary:
                WriteBase64(reader.ReadBytes()!.Value);
                break;
            case MessagePackType.Array:
                ConvertArray(ref reader);
                break;
            case MessagePackType.Map:
                ConvertMap(ref reader);
                break;
            case MessagePackType.Extension:
                ConvertExtension(ref reader);
                break;
            default:
                reader.ReadNil();
                json.Write("null");
                break;
        }
    }

    private void ConvertArray(ref MessagePackReader reader)
    {
        var length = reader.ReadArrayHeader();
        options.Security.DepthStep(ref reader);
        json.Write('[');
        for (var i = 0; i < length; i++)
        {
            json.Write(i > 0 ? "," : "");
            Convert(ref reader);
        }

        json.Write(']');
        reader.Depth--;
    }

    private void ConvertMap(ref MessagePackReader reader)
    {
        var length = reader.ReadMapHeader();
        options.Security.DepthStep(ref reader);
        json.Write('{');
        for (var i = 0; i < length; i++)
        {
            json.Write(i > 0 ? "," : "");
            var quote = reader.NextMessagePackType is MessagePackType.String or MessagePackType.Binary ? "" : "\"";
            json.Write(quote);
            Convert(ref reader);
            json.Write(quote);
            json.Write(':');
            Convert(ref reader);
        }

        json.Write('}');
        reader.Depth--;
    }

    private void ConvertExtension(ref MessagePackReader reader)
    {
        var header = reader.ReadExtensionFormatHeader();
        if (header.TypeCode == ReservedMessagePackExtensionTypeCode.DateTime)
        {
            json.Write($"\"{reader.ReadDateTime(header).ToString("o", CultureInfo.InvariantCulture)}\"");
            return;
        }

        json.Write($"[{header.TypeCode.ToString(CultureInfo.InvariantCulture)},");
        WriteBase64(reader.ReadRaw(header.Length));
        json.Write(']');
    }

    private void WriteBase64(ReadOnlySequence<byte> bytes) => json.Write($"\"{System.Convert.ToBase64String(bytes.ToArray())}\"");

    private void WriteString(string value)
    {
        json.Write('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"':
                    json.Write("\\\"");
                    break;
                case '\\':
                    json.Write("\\\\");
                    break;
                case '\b':
                    json.Write("\\b");
                    break;
                case '\f':
                    json.Write("\\f");
                    break;
                case '\n':
                    json.Write("\\n");
                    break;
                case '\r':
                    json.Write("\\r");
                    break;
                case '\t':
                    json.Write("\\t");
                    break;
                default:
                    json.Write(c);
                    break;
            }
        }

        json.Write('"');
    }
}
