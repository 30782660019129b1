using MessagePack.Resolvers;

namespace MessagePack;

/// <summary>An immutable description of how to serialise.</summary>
public class MessagePackSerializerOptions
{
    public MessagePackSerializerOptions(IFormatterResolver resolver) =>
        Resolver = resolver ?? throw new ArgumentNullException(nameof(resolver));

    protected MessagePackSerializerOptions(MessagePackSerializerOptions copyFrom)
    {
        ArgumentNullException.ThrowIfNull(copyFrom);
        Resolver = copyFrom.Resolver;
        Security = copyFrom.Security;
    }

    public static MessagePackSerializerOptions Standard { get; } = new(StandardResolver.Instance);

    public IFormatterResolver Resolver { get; private set; }

    public MessagePackSecurity Security { get; private set; } = MessagePackSecurity.TrustedData;

    public MessagePackSerializerOptions WithResolver(IFormatterResolver resolver)
    {
        if (Resolver == resolver)
        {
            return this;
        }

        var clone = Clone();
        clone.Resolver = resolver ?? throw new ArgumentNullException(nameof(resolver));
        return clone;
    }

    public MessagePackSerializerOptions WithSecurity(MessagePackSecurity security)
    {
        ArgumentNullException.ThrowIfNull(security);
        if (Security == security)
        {
            return this;
        }

        var clone = Clone();
        clone.Security = security;
        return clone;
    }

    protected virtual MessagePackSerializerOptions Clone() => new(this);
}
