namespace MessagePack.Formatters;

internal sealed class UriFormatter : IMessagePackFormatter<Uri?>
{
    public void Serialize(ref MessagePackWriter writer, Uri? value, MessagePackSerializerOptions options) =>
        writer.Write(value?.OriginalString);

    public Uri? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.ReadString() is { } text ? new Uri(text, UriKind.RelativeOrAbsolute) : null;
}

internal sealed class VersionFormatter : IMessagePackFormatter<Version?>
{
    public void Serialize(ref MessagePackWriter writer, Version? value, MessagePackSerializerOptions options) =>
        writer.Write(value?.ToString());

    public Version? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.ReadString() is { } text ? new Version(text) : null;
}
