using System.Collections;
using System.Runtime.InteropServices;

namespace MessagePack;

/// <summary>Hash codes that cannot be foreseen; the key is new in every process.</summary>
internal abstract class CollisionResistantComparer<T> : IEqualityComparer<T>, IEqualityComparer
{
    public bool Equals(T? x, T? y) => EqualityComparer<T>.Default.Equals(x, y);

    public abstract int GetHashCode(T value);

    bool IEqualityComparer.Equals(object? x, object? y) => Equals((T?)x, (T?)y);

    int IEqualityComparer.GetHashCode(object obj) => GetHashCode((T)obj);
}

/// <summary>For types whose equal values have equal bytes.</summary>
internal sealed class BytesComparer<T> : CollisionResistantComparer<T>
    where T : unmanaged
{
    public override int GetHashCode(T value) => HashKey.Compute(value);
}

/// <summary>For types that are hashed through another.</summary>
internal sealed class ByComparer<T, TBytes>(Func<T, TBytes> bytes) : CollisionResistantComparer<T>
    where TBytes : unmanaged
{
    public override int GetHashCode(T value) => HashKey.Compute(bytes(value));
}

/// <summary>The runtime's own string hash is keyed per process.</summary>
internal sealed class StringKeyComparer : CollisionResistantComparer<string>
{
    public override int GetHashCode(string value) => value.GetHashCode();
}

internal static class HashKey
{
    private static readonly SipHash Hash = new();

    public static int Compute<T>(T value)
        where T : unmanaged =>
        unchecked((int)Hash.Compute(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value))));
}
