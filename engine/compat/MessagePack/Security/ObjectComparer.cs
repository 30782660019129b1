using System.Collections;

namespace MessagePack;

/// <summary>Hashes a key of unknown type by the comparer of the type it turns out to have.</summary>
internal sealed class ObjectComparer : IEqualityComparer<object>, IEqualityComparer
{
    public static readonly ObjectComparer Instance = new();

    public new bool Equals(object? x, object? y) => object.Equals(x, y);

    public int GetHashCode(object value)
    {
        var type = value.GetType();
        if (type == typeof(object))
        {
            return value.GetHashCode();
        }

        var comparer = CollisionResistantComparers.Find(type)
            ?? throw new TypeAccessException($"No hash-resistant equality comparer available for type: {type}");
        return comparer.GetHashCode(value);
    }
}
