namespace MessagePack;

[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public class UnionAttribute : Attribute
{
    public UnionAttribute(int key, Type subType)
    {
        Key = key;
        SubType = subType ?? throw new ArgumentNullException(nameof(subType));
    }

    public UnionAttribute(int key, string subType)
    {
        Key = key;
        SubType = Type.GetType(subType, throwOnError: true)!;
    }

    public int Key { get; }

    public Type SubType { get; }
}
