namespace MessagePack.Formatters;

internal sealed class NilFormatter : IMessagePackFormatter<Nil>
{
    public void Serialize(ref MessagePackWriter writer, Nil value, MessagePackSerializerOptions options) =>
        writer.WriteNil();

    public Nil Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => reader.ReadNil();
}
