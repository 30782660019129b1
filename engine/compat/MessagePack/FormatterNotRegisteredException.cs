namespace MessagePack;

public class FormatterNotRegisteredException(string? message) : MessagePackSerializationException(message);
