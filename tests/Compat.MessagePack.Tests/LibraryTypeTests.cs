using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using Compat.MessagePack.Tests.Types;

namespace Compat.MessagePack.Tests;

public sealed class LibraryTypeTests
{
    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_read_back(Type type, object value) =>
        Wire.RoundTripAs(type, value).Should().BeEquivalentTo(value, o => o.WithStrictOrdering().ComparingByValue<Version>());

    public static TheoryData<Type, object> Values()
    {
        var data = new TheoryData<Type, object>();
        void Add<T>(T value) => data.Add(typeof(T), value!);
        Add(decimal.MaxValue);
        Add(-1.230m);
        Add(Guid.NewGuid());
        Add(new DateTimeOffset(2024, 2, 29, 12, 30, 15, 123, TimeSpan.FromMinutes(-90)));
        Add(TimeSpan.MinValue);
        Add(BigInteger.Pow(-7, 200));
        Add(new Complex(1, -2));
        Add((Half)1.5f);
        Add(new Uri("http://example.org/a?b"));
        Add(new Version(1, 2, 3));
        Add(Colour.Blue);
        Add<Colour?>(Colour.Red);
        Add(Tuple.Create(1, "two", 3.0));
        Add((1, 2, 3, 4, 5, 6, 7, 8, 9));
        Add(new[] { "a", null, "" });
        Add(new[] { new[] { 1, 2 }, [], [3] });
        Add(new HashSet<string> { "x", "y" });
        Add<ISet<int>>(new HashSet<int> { 4, 5 });
        Add(new Queue<int>([1, 2, 3]));
        Add(new Stack<int>([1, 2, 3]));
        Add(ImmutableStack.Create(1, 2, 3));
        Add(ImmutableQueue.Create(1, 2, 3));
        Add(ImmutableList.Create("p", "q"));
        Add(ImmutableHashSet.Create(1));
        Add(ImmutableSortedSet.Create(2, 1));
        Add(ImmutableDictionary<string, int>.Empty.Add("k", 1));
        Add(ImmutableSortedDictionary<string, int>.Empty.Add("k", 1).Add("a", 2));
        Add(new Dictionary<string, double[]> { ["loss"] = [1, 2], ["none"] = [] });
        Add<IReadOnlyDictionary<int, string>>(new Dictionary<int, string> { [1] = "one" });
        Add(new SortedDictionary<int, string> { [2] = "b", [1] = "a" });
        Add<IReadOnlyList<Point>>([new Point(1, 2)]);
        Add<IList<int>>([1]);
        Add<IEnumerable<int>>([1]);
        Add(ImmutableArray.Create<byte>(1, 2));
        Add(new[] { 1, 2 }.ToFrozenSet());
        Add(new Dictionary<string, int> { ["a"] = 1 }.ToFrozenDictionary());
        return data;
    }

    [Fact]
    public void An_immutable_array_of_bytes_is_an_array_of_numbers() =>
        Wire.Hex(ImmutableArray.Create<byte>(1, 200)).Should().Be("9201ccc8");

    [Fact]
    public void A_default_immutable_array_is_nil()
    {
        Wire.Hex(default(ImmutableArray<int>)).Should().Be("c0");
        Wire.Read<ImmutableArray<int>>("c0").IsDefault.Should().BeTrue();
    }

    [Fact]
    public void A_memory_of_numbers_is_an_array()
    {
        Wire.Hex<ReadOnlyMemory<int>>(new[] { 1, 2 }).Should().Be("920102");
        Wire.Read<Memory<int>>("920102").ToArray().Should().Equal(1, 2);
    }

    [Fact]
    public void A_value_of_unknown_type_keeps_the_width_of_its_number()
    {
        Wire.Hex<object>(1).Should().Be("d200000001");
        Wire.Hex<object>("a").Should().Be("a161");
        Wire.Hex<object>(new object[] { (byte)1, null! }).Should().Be("92cc01c0");
        Wire.Read<object>("93d200000001c0a161").Should().BeEquivalentTo(new object?[] { 1, null, "a" });
        Wire.Read<object>("81a16101").Should().BeEquivalentTo(new Dictionary<object, object> { ["a"] = (byte)1 });
    }
}
