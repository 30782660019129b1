using System.Collections;

namespace MessagePack;

/// <summary>Which key types have a comparer fit for untrusted data. A type that is not here is refused.</summary>
internal static class CollisionResistantComparers
{
    private static readonly Dictionary<Type, IEqualityComparer> ByType = new()
    {
        [typeof(bool)] = new BytesComparer<bool>(),
        [typeof(char)] = new BytesComparer<char>(),
        [typeof(sbyte)] = new BytesComparer<sbyte>(),
        [typeof(byte)] = new BytesComparer<byte>(),
        [typeof(short)] = new BytesComparer<short>(),
        [typeof(ushort)] = new BytesComparer<ushort>(),
        [typeof(int)] = new BytesComparer<int>(),
        [typeof(uint)] = new BytesComparer<uint>(),
        [typeof(long)] = new BytesComparer<long>(),
        [typeof(ulong)] = new BytesComparer<ulong>(),
        [typeof(Guid)] = new BytesComparer<Guid>(),
        [typeof(string)] = new StringKeyComparer(),
        [typeof(float)] = new ByComparer<float, double>(x => Canonical(x)),
        [typeof(double)] = new ByComparer<double, double>(Canonical),
        [typeof(DateTime)] = new ByComparer<DateTime, long>(x => x.Ticks),
        [typeof(DateTimeOffset)] = new ByComparer<DateTimeOffset, long>(x => x.UtcTicks),
    };

    public static IEqualityComparer? Find(Type type)
    {
        if (ByType.TryGetValue(type, out var comparer))
        {
            return comparer;
        }

        return type.IsEnum ? (IEqualityComparer)Activator.CreateInstance(typeof(BytesComparer<>).MakeGenericType(type))! : null;
    }

    // Zero of either sign, and every not-a-number, are equal, so they must hash alike.
    private static double Canonical(double value) => value == 0 ? 0 : double.IsNaN(value) ? double.NaN : value;
}
