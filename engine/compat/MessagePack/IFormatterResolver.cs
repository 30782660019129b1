using MessagePack.Formatters;

namespace MessagePack;

public interface IFormatterResolver
{
    IMessagePackFormatter<T>? GetFormatter<T>();
}
