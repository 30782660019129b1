using System.Collections;
using System.Reflection;
using MessagePack;
using NasEngine.Contracts;
using NasEngine.Pipeline.Records;

namespace NasEngine.Pipeline.Tests;

/// <summary>The formatters that the compiler writes against those that MessagePack makes by itself at run time.</summary>
public sealed class RecordBytesTests
{
    private const int Nested = 3;

    private static readonly Type[] Records = [.. typeof(RecordBytes).Assembly.GetTypes()
        .Where(type => type.IsDefined(typeof(MessagePackObjectAttribute)) || type.IsDefined(typeof(UnionAttribute)))];

    public static TheoryData<string> Names => new(Records.Select(record => record.FullName!));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_record_is_the_bytes_that_MessagePack_writes_and_reads(string name)
    {
        var record = Records.Single(one => one.FullName == name);
        var random = RandomSource.For(1, 0, name);
        for (var draw = 0; draw < 20; draw++)
        {
            var bytes = Write(record, Drawn(record, random, 0));
            bytes.Should().Equal(MessagePackSerializer.Serialize(record, Read(record, bytes)), "its own bytes are read without a loss");
            bytes.Should().Equal(MessagePackSerializer.Serialize(record, MessagePackSerializer.Deserialize(record, bytes)));
            foreach (var other in record.IsInterface ? [] : Resized(bytes))
            {
                Write(record, Read(record, other)).Should().Equal(
                    MessagePackSerializer.Serialize(record, MessagePackSerializer.Deserialize(record, other)), "older and newer programs wrote such");
            }
        }
    }

    [Fact]
    public void There_are_such_of_every_record() => Records.Where(record => Formatter(record)?.GetType().Assembly != typeof(RecordBytes).Assembly)
        .Should().BeEmpty();

    [Theory]
    [InlineData("93010203")]
    [InlineData("92c2c0")]
    [InlineData("920990")]
    public void Bytes_that_are_no_work_are_refused(string bytes) =>
        FluentActions.Invoking(() => RecordBytes.Read<IWorkRecord>(Convert.FromHexString(bytes))).Should().Throw<MessagePackSerializationException>();

    private static byte[] Write(Type record, object? value) => (byte[])Generic(typeof(RecordBytes), nameof(RecordBytes.Write), record, value)!;

    private static object? Read(Type record, byte[] bytes) => Generic(typeof(RecordBytesTests), nameof(ReadToTheEnd), record, bytes);

    private static object? Generic(Type type, string method, Type record, object? argument) =>
        type.GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.MakeGenericMethod(record).Invoke(null, [argument]);

    private static T ReadToTheEnd<T>(byte[] bytes)
    {
        var record = MessagePackSerializer.Deserialize<T>(bytes, RecordBytes.Options, out var read);
        read.Should().Be(bytes.Length);
        return record;
    }

    private static object? Formatter(Type record) =>
        typeof(IFormatterResolver).GetMethod(nameof(IFormatterResolver.GetFormatter))!.MakeGenericMethod(record)
            .Invoke(RecordBytes.Options.Resolver, []);

    /// <summary>The array of a record cut after each of its members, and with one more at its end.</summary>
    private static IEnumerable<byte[]> Resized(byte[] record)
    {
        var ends = Ends(record);
        for (var members = 0; members < ends.Length; members++)
        {
            yield return [.. Header(members), .. record.AsSpan(ends[0]..ends[members])];
        }

        yield return [.. Header(ends.Length), .. record.AsSpan(ends[0]..), 0x91, 0xa1, 0x78];
    }

    /// <summary>Where its first member begins, and where each ends.</summary>
    private static int[] Ends(byte[] record)
    {
        var reader = new MessagePackReader(record);
        var ends = new int[reader.ReadArrayHeader() + 1];
        ends[0] = (int)reader.Consumed;
        for (var member = 1; member < ends.Length; member++)
        {
            reader.Skip();
            ends[member] = (int)reader.Consumed;
        }

        return ends;
    }

    private static byte[] Header(int members) => members < 16 ? [(byte)(0x90 | members)] : [0xdc, 0, (byte)members];

    private static object? Drawn(Type type, RandomSource random, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return random.NextInt(2) == 0 ? null : Drawn(value, random, depth);
        }

        if (!type.IsValueType && depth > 0 && (depth > Nested || random.NextInt(4) == 0))
        {
            return null;
        }

        return Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => Enum.GetValues(type).GetValue(random.NextInt(Enum.GetValues(type).Length)),
            TypeCode.Boolean => random.NextInt(2) == 0,
            TypeCode.Byte => (byte)random.NextInt(256),
            TypeCode.Int32 => random.NextInt(int.MaxValue) - (1 << 20),
            TypeCode.Int64 => (long)(random.NextDouble() * long.MaxValue),
            TypeCode.UInt64 => (ulong)(random.NextDouble() * ulong.MaxValue),
            TypeCode.Single => (float)random.NextDouble(),
            TypeCode.Double => random.NextDouble(),
            TypeCode.String => $"näme {random.NextInt(1000)}",
            _ when type.IsArray => DrawnArray(type.GetElementType()!, random, depth),
            _ when typeof(IDictionary).IsAssignableFrom(type) => DrawnDictionary(type, random, depth),
            _ when type.IsInterface => Drawn(
                type.GetCustomAttributes<UnionAttribute>().ElementAt(random.NextInt(type.GetCustomAttributes<UnionAttribute>().Count())).SubType,
                random, 0),
            _ => DrawnRecord(type, random, depth),
        };
    }

    private static Array DrawnArray(Type element, RandomSource random, int depth)
    {
        var array = Array.CreateInstance(element, random.NextInt(3));
        for (var at = 0; at < array.Length; at++)
        {
            array.SetValue(Drawn(element, random, depth + 1), at);
        }

        return array;
    }

    private static IDictionary DrawnDictionary(Type type, RandomSource random, int depth)
    {
        var pairs = (IDictionary)Activator.CreateInstance(type)!;
        for (var left = random.NextInt(3); left > 0; left--)
        {
            pairs[Drawn(type.GenericTypeArguments[0], random, 0)!] = Drawn(type.GenericTypeArguments[1], random, depth + 1);
        }

        return pairs;
    }

    private static object DrawnRecord(Type type, RandomSource random, int depth)
    {
        var constructor = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!;
        var record = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Drawn(parameter.ParameterType, random, depth + 1))]);
        foreach (var property in type.GetProperties().Where(property => property.IsDefined(typeof(KeyAttribute)) && property.CanWrite))
        {
            property.SetValue(record, Drawn(property.PropertyType, random, depth + 1));
        }

        return record;
    }
}
