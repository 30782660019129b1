namespace MessagePack;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = true)]
public class MessagePackObjectAttribute(bool keyAsPropertyName = false) : Attribute
{
    public bool KeyAsPropertyName { get; } = keyAsPropertyName;

    public bool SuppressSourceGeneration { get; set; }

    public bool AllowPrivate { get; set; }
}
