namespace MessagePack;

[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum
    | AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.ReturnValue,
    AllowMultiple = false,
    Inherited = true)]
public class MessagePackFormatterAttribute : Attribute
{
    public MessagePackFormatterAttribute(Type formatterType) =>
        FormatterType = formatterType ?? throw new ArgumentNullException(nameof(formatterType));

    public MessagePackFormatterAttribute(Type formatterType, params object?[]? arguments)
        : this(formatterType) => Arguments = arguments;

    public Type FormatterType { get; }

    public object?[]? Arguments { get; }
}
