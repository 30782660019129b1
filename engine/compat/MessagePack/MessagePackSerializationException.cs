using System.Diagnostics.CodeAnalysis;

namespace MessagePack;

public class MessagePackSerializationException : Exception
{
    public MessagePackSerializationException()
    {
    }

    public MessagePackSerializationException(string? message)
        : base(message)
    {
    }

    public MessagePackSerializationException(string? message, Exception? inner)
        : base(message, inner)
    {
    }

    [DoesNotReturn]
    internal static void ThrowUnexpectedCode(byte code) =>
        throw new MessagePackSerializationException(
            $"Unexpected msgpack code {code} ({MessagePackCode.ToFormatName(code)}) encountered.");

    [DoesNotReturn]
    internal static void ThrowUnexpectedNil<T>() =>
        throw new MessagePackSerializationException(
            "Unexpected nil encountered while deserializing " + typeof(T).FullName);
}
