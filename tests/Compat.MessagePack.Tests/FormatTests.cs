using System.Collections.Immutable;
using System.Numerics;
using Compat.MessagePack.Tests.Types;
using MessagePack;

namespace Compat.MessagePack.Tests;

/// <summary>The byte layouts of the specification and, beyond it, of MessagePack for C#.</summary>
public sealed class FormatTests
{
    [Theory]
    [InlineData(0, "00")]
    [InlineData(127, "7f")]
    [InlineData(128, "cc80")]
    [InlineData(255, "ccff")]
    [InlineData(256, "cd0100")]
    [InlineData(65535, "cdffff")]
    [InlineData(65536, "ce00010000")]
    [InlineData(4294967295, "ceffffffff")]
    [InlineData(4294967296, "cf0000000100000000")]
    [InlineData(-1, "ff")]
    [InlineData(-32, "e0")]
    [InlineData(-33, "d0df")]
    [InlineData(-128, "d080")]
    [InlineData(-129, "d1ff7f")]
    [InlineData(-32768, "d18000")]
    [InlineData(-32769, "d2ffff7fff")]
    [InlineData(int.MinValue, "d280000000")]
    [InlineData(int.MinValue - 1L, "d3ffffffff7fffffff")]
    [InlineData(long.MinValue, "d38000000000000000")]
    public void An_integer_takes_its_shortest_form(long value, string hex)
    {
        Wire.Hex(value).Should().Be(hex);
        Wire.Read<long>(hex).Should().Be(value);
        if (value is >= int.MinValue and <= int.MaxValue)
        {
            Wire.Hex((int)value).Should().Be(hex);
            Wire.Read<int>(hex).Should().Be((int)value);
        }
    }

    [Fact]
    public void Each_scalar_has_its_format()
    {
        Wire.Hex(true).Should().Be("c3");
        Wire.Hex(false).Should().Be("c2");
        Wire.Hex<string?>(null).Should().Be("c0");
        Wire.Hex(1.5f).Should().Be("ca3fc00000");
        Wire.Hex(1.1).Should().Be("cb3ff199999999999a");
        Wire.Hex('A').Should().Be("41");
        Wire.Hex(ulong.MaxValue).Should().Be("cfffffffffffffffff");
        Wire.Hex(Colour.Blue).Should().Be("ccc8");
        Wire.Hex(Signed.Least).Should().Be("d38000000000000000");
        Wire.Hex<int?>(null).Should().Be("c0");
        Wire.Hex<int?>(5).Should().Be("05");
        Wire.Hex(Nil.Default).Should().Be("c0");
    }

    [Theory]
    [InlineData(0, "a0")]
    [InlineData(31, "bf")]
    [InlineData(32, "d920")]
    [InlineData(255, "d9ff")]
    [InlineData(256, "da0100")]
    [InlineData(20000, "da4e20")]
    [InlineData(65536, "db00010000")]
    public void The_length_of_a_string_takes_its_shortest_form(int length, string header)
    {
        var text = new string('a', length);
        var hex = Wire.Hex(text);
        hex[..header.Length].Should().Be(header);
        hex.Length.Should().Be(header.Length + (2 * length));
        Wire.RoundTrip(text).Should().Be(text);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(31)]
    [InlineData(86)]
    [InlineData(255)]
    [InlineData(22000)]
    public void The_length_of_a_string_is_counted_in_bytes(int length)
    {
        var text = new string('€', length);
        var bytes = Convert.FromHexString(Wire.Hex(text));
        Wire.RoundTrip(text).Should().Be(text);
        bytes.Length.Should().Be((3 * length) + (3 * length) switch { <= 31 => 1, <= 255 => 2, <= 65535 => 3, _ => 5 });
    }

    [Theory]
    [InlineData(0, "c400")]
    [InlineData(255, "c4ff")]
    [InlineData(256, "c50100")]
    [InlineData(65536, "c600010000")]
    public void Bytes_are_binary(int length, string header)
    {
        var bytes = new byte[length];
        Wire.Hex(bytes)[..header.Length].Should().Be(header);
        Wire.RoundTrip(bytes).Should().Equal(bytes);
        Wire.Hex<ReadOnlyMemory<byte>>(bytes).Should().Be(Wire.Hex(bytes));
        Wire.Hex<Memory<byte>>(bytes).Should().Be(Wire.Hex(bytes));
        Wire.RoundTrip<ReadOnlyMemory<byte>>(bytes).ToArray().Should().Equal(bytes);
    }

    [Theory]
    [InlineData(15, "9f")]
    [InlineData(16, "dc0010")]
    [InlineData(65535, "dcffff")]
    [InlineData(65536, "dd00010000")]
    public void The_count_of_an_array_takes_its_shortest_form(int count, string header)
    {
        var values = Enumerable.Range(0, count).ToArray();
        Wire.Hex(values)[..header.Length].Should().Be(header);
        Wire.RoundTrip(values).Should().Equal(values);
        Wire.RoundTrip(values.ToList()).Should().Equal(values);
        Wire.RoundTrip(values.ToImmutableArray()).Should().Equal(values);
    }

    [Theory]
    [InlineData(15, "8f")]
    [InlineData(16, "de0010")]
    [InlineData(65536, "df00010000")]
    public void The_count_of_a_map_takes_its_shortest_form(int count, string header)
    {
        var map = Enumerable.Range(0, count).ToDictionary(i => i, i => -i);
        Wire.Hex(map)[..header.Length].Should().Be(header);
        Wire.RoundTrip(map).Should().Equal(map);
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00.0000000Z", "d6ff00000000")]
    [InlineData("2106-02-07T06:28:15.0000000Z", "d6ffffffffff")]
    [InlineData("2106-02-07T06:28:16.0000000Z", "d7ff0000000100000000")]
    [InlineData("1970-01-01T00:00:00.0000001Z", "d7ff0000019000000000")]
    [InlineData("1969-12-31T23:59:59.0000000Z", "c70cff00000000ffffffffffffffff")]
    [InlineData("2514-05-30T01:53:04.0000000Z", "c70cff000000000000000400000000")]
    [InlineData("0001-01-01T00:00:00.0000000Z", "c70cff00000000fffffff1886e0900")]
    public void A_date_is_the_shortest_timestamp(string text, string hex)
    {
        var date = DateTime.Parse(text, null, System.Globalization.DateTimeStyles.RoundtripKind);
        Wire.Hex(date).Should().Be(hex);
        Wire.Read<DateTime>(hex).Should().Be(date);
        Wire.Read<DateTime>(hex).Kind.Should().Be(DateTimeKind.Utc);
    }

    [Theory]
    [InlineData("ca3fc00000", 1.5)]
    [InlineData("cf3ff800000000cfcf", 4609434218613755855.0)]
    [InlineData("d3c000000000000201", -4611686018427387391.0)]
    [InlineData("e0", -32.0)]
    public void A_real_number_is_read_from_any_number(string hex, double value)
    {
        Wire.Read<double>(hex).Should().Be(value);
        Wire.Read<float>(hex).Should().Be((float)value);
    }

    [Fact]
    public void A_list_of_bytes_is_an_array_of_numbers_and_is_read_from_binary_too()
    {
        Wire.Hex(new List<byte> { 1, 200 }).Should().Be("9201ccc8");
        Wire.Read<List<byte>>("c40201c8").Should().Equal(1, 200);
    }

    [Fact]
    public void Library_types_have_the_formats_of_MessagePack_for_CSharp()
    {
        Wire.Hex(new DateTimeOffset(1970, 1, 1, 2, 0, 0, TimeSpan.FromHours(2))).Should().Be("92d6ff00001c2078");
        Wire.Hex(TimeSpan.FromTicks(300)).Should().Be("cd012c");
        Wire.Hex(new Guid("00112233-4455-6677-8899-aabbccddeeff"))
            .Should().Be("d924" + Convert.ToHexStringLower("00112233-4455-6677-8899-aabbccddeeff"u8));
        Wire.Hex(1.50m).Should().Be("a4312e3530");
        Wire.Hex(new BigInteger(256)).Should().Be("c4020001");
        Wire.Hex(new DateOnly(1, 1, 2)).Should().Be("01");
        Wire.Hex(new TimeOnly(5)).Should().Be("05");
        Wire.Hex((1, "a")).Should().Be("9201a161");
        Wire.Hex(KeyValuePair.Create(1, 2)).Should().Be("920102");
        Wire.Hex(new Version(1, 2)).Should().Be("a3312e32");
    }
}
