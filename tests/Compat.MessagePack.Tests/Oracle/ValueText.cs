using System.Buffers;
using System.Text;
using MessagePack;

namespace Compat.MessagePack.Tests.Oracle;

/// <summary>Says a MessagePack value in the oracle's words, and writes it again as it was read.</summary>
internal static class ValueText
{
    public static (string Text, string Hex) Read(string hex)
    {
        var reader = new MessagePackReader(Convert.FromHexString(hex));
        var text = new StringBuilder();
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(bytes);
        Copy(ref reader, ref writer, text);
        writer.Flush();
        reader.End.Should().BeTrue();
        return (text.ToString(), Convert.ToHexStringLower(bytes.WrittenSpan));
    }

    private static void Copy(ref MessagePackReader reader, ref MessagePackWriter writer, StringBuilder text)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Nil:
                reader.ReadNil();
                writer.WriteNil();
                text.Append("nil");
                break;
            case MessagePackType.Boolean:
                var truth = reader.ReadBoolean();
                writer.Write(truth);
                text.Append(truth ? "true" : "false");
                break;
            case MessagePackType.Integer when reader.NextCode == MessagePackCode.UInt64:
                var unsigned = reader.ReadUInt64();
                writer.Write(unsigned);
                text.Append(unsigned);
                break;
            case MessagePackType.Integer:
                var number = reader.ReadInt64();
                writer.Write(number);
                text.Append(number);
                break;
            case MessagePackType.Float:
                var real = reader.ReadDouble();
                writer.Write(real);
                text.Append('f').Append(BitConverter.DoubleToUInt64Bits(real).ToString("x16"));
                break;
            case MessagePackType.String:
                var words = reader.ReadString();
                writer.Write(words);
                text.Append('s').Append(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(words!)));
                break;
            case MessagePackType.Binary:
                var bytes = reader.ReadBytes()!.Value;
                writer.Write(bytes);
                text.Append('b').Append(Convert.ToHexStringLower(bytes.ToArray()));
                break;
            case MessagePackType.Extension:
                CopyExtension(ref reader, ref writer, text);
                break;
            case MessagePackType.Array:
                var count = reader.ReadArrayHeader();
                writer.WriteArrayHeader(count);
                CopyMany(ref reader, ref writer, text, "[]", count, hasKeys: false);
                break;
            default:
                var entries = reader.ReadMapHeader();
                writer.WriteMapHeader(entries);
                CopyMany(ref reader, ref writer, text, "{}", entries, hasKeys: true);
                break;
        }
    }

    private static void CopyMany(
        ref MessagePackReader reader, ref MessagePackWriter writer, StringBuilder text, string brackets, int count, bool hasKeys)
    {
        text.Append(brackets[0]);
        for (var i = 0; i < count; i++)
        {
            text.Append(i > 0 ? "," : "");
            if (hasKeys)
            {
                Copy(ref reader, ref writer, text);
                text.Append(':');
            }

            Copy(ref reader, ref writer, text);
        }

        text.Append(brackets[1]);
    }

    private static void CopyExtension(ref MessagePackReader reader, ref MessagePackWriter writer, StringBuilder text)
    {
        var peek = reader.CreatePeekReader();
        if (peek.ReadExtensionFormatHeader().TypeCode != ReservedMessagePackExtensionTypeCode.DateTime)
        {
            var extension = reader.ReadExtensionFormat();
            writer.WriteExtensionFormat(extension);
            text.Append($"x{extension.TypeCode}.{Convert.ToHexStringLower(extension.Data.ToArray())}");
            return;
        }

        var date = reader.ReadDateTime();
        writer.Write(date);
        var seconds = Math.DivRem(date.Ticks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerSecond, out var ticks);
        (seconds, ticks) = ticks < 0 ? (seconds - 1, ticks + TimeSpan.TicksPerSecond) : (seconds, ticks);
        text.Append($"t{seconds}.{ticks * TimeSpan.NanosecondsPerTick}");
    }
}
