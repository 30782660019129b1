using System.Buffers.Text;
using System.Globalization;

namespace MessagePack.Formatters;

/// <summary>A decimal is written as its text, so no digit is lost.</summary>
internal sealed class DecimalFormatter : IMessagePackFormatter<decimal>
{
    private const int LongestText = 31;

    public void Serialize(ref MessagePackWriter writer, decimal value, MessagePackSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[LongestText];
        value.TryFormat(text, out var written, provider: CultureInfo.InvariantCulture);
        writer.WriteString(text[..written]);
    }

    public decimal Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (!reader.TryReadStringSpan(out var text))
        {
            MessagePackSerializationException.ThrowUnexpectedCode(MessagePackCode.Nil);
        }

        return Utf8Parser.TryParse(text, out decimal value, out var consumed) && consumed == text.Length
            ? value
            : throw new MessagePackSerializationException("Can't parse to decimal, input string was not in a correct format.");
    }
}
