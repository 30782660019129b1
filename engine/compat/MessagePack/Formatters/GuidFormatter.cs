using System.Buffers.Text;

namespace MessagePack.Formatters;

/// <summary>A Guid is written as its 36 characters with hyphens.</summary>
internal sealed class GuidFormatter : IMessagePackFormatter<Guid>
{
    private const int TextLength = 36;

    public void Serialize(ref MessagePackWriter writer, Guid value, MessagePackSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[TextLength];
        value.TryFormat(text, out _);
        writer.WriteString(text);
    }

    public Guid Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (!reader.TryReadStringSpan(out var text))
        {
            MessagePackSerializationException.ThrowUnexpectedNil<Guid>();
        }

        return text.Length == TextLength && Utf8Parser.TryParse(text, out Guid value, out var consumed)
            && consumed == TextLength
                ? value
                : throw new MessagePackSerializationException("A Guid is a string of 36 characters with hyphens.");
    }
}
