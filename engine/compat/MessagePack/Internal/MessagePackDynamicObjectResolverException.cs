namespace MessagePack.Internal;

/// <summary>An annotated type that cannot be serialised as it is annotated.</summary>
internal sealed class MessagePackDynamicObjectResolverException(string message) : MessagePackSerializationException(message);
