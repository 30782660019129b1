using System.Buffers;
using System.Numerics;
using MessagePack.Formatters;

namespace MessagePack.Resolvers;

/// <summary>The formatters of the types that need no reflection.</summary>
internal static class BuiltinFormatters
{
    private static readonly Dictionary<Type, Type> Scalars = [];

    private static readonly Dictionary<Type, object> Formatters = new()
    {
        [typeof(byte)] = new ScalarFormatter<byte, ByteScalar>(),
        [typeof(byte[])] = new ByteArrayFormatter(),
        [typeof(List<byte>)] = new ByteListFormatter(),
        [typeof(Memory<byte>)] = new ByteMemoryFormatter(),
        [typeof(ReadOnlyMemory<byte>)] = new ByteReadOnlyMemoryFormatter(),
        [typeof(ReadOnlySequence<byte>)] = new ByteSequenceFormatter(),
        [typeof(ArraySegment<byte>)] = new ByteSegmentFormatter(),
        [typeof(decimal)] = new DecimalFormatter(),
        [typeof(TimeSpan)] = new TimeSpanFormatter(),
        [typeof(DateTimeOffset)] = new DateTimeOffsetFormatter(),
        [typeof(DateOnly)] = new DateOnlyFormatter(),
        [typeof(TimeOnly)] = new TimeOnlyFormatter(),
        [typeof(Guid)] = new GuidFormatter(),
        [typeof(Uri)] = new UriFormatter(),
        [typeof(Version)] = new VersionFormatter(),
        [typeof(BigInteger)] = new BigIntegerFormatter(),
        [typeof(Complex)] = new ComplexFormatter(),
        [typeof(Half)] = new HalfFormatter(),
        [typeof(Nil)] = new NilFormatter(),
    };

    static BuiltinFormatters()
    {
        Scalars[typeof(byte)] = typeof(ByteScalar);
        AddScalar<short, Int16Scalar>();
        AddScalar<int, Int32Scalar>();
        AddScalar<long, Int64Scalar>();
        AddScalar<ushort, UInt16Scalar>();
        AddScalar<uint, UInt32Scalar>();
        AddScalar<ulong, UInt64Scalar>();
        AddScalar<sbyte, SByteScalar>();
        AddScalar<char, CharScalar>();
        AddScalar<bool, BooleanScalar>();
        AddScalar<float, SingleScalar>();
        AddScalar<double, DoubleScalar>();
        AddScalar<DateTime, DateTimeScalar>();
        AddScalar<string?, StringScalar>();
    }

    public static object? Find(Type type) => Formatters.GetValueOrDefault(type);

    public static Type ScalarOf(Type number) => Scalars[number];

    private static void AddScalar<T, TScalar>()
        where TScalar : struct, IScalar<T>
    {
        Scalars[typeof(T)] = typeof(TScalar);
        Formatters[typeof(T)] = new ScalarFormatter<T, TScalar>();
        Formatters[typeof(T[])] = new ScalarArrayFormatter<T, TScalar>();
        Formatters[typeof(List<T>)] = new ScalarListFormatter<T, TScalar>();
    }
}
