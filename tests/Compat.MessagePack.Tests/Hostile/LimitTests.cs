using Compat.MessagePack.Tests.Types;
using MessagePack;

namespace Compat.MessagePack.Tests.Hostile;

public sealed class LimitTests
{
    private static readonly MessagePackSerializerOptions Untrusted =
        MessagePackSerializerOptions.Standard.WithSecurity(MessagePackSecurity.UntrustedData);

    [Theory]
    [InlineData(499, true)]
    [InlineData(501, false)]
    public void Nesting_is_read_to_the_depth_that_is_allowed(int depth, bool allowed)
    {
        byte[] nested = [.. Enumerable.Repeat((byte)0x91, depth), 0xc0];
        var read = FluentActions.Invoking(() => MessagePackSerializer.Deserialize<object>(nested, Untrusted));
        if (allowed)
        {
            read.Should().NotThrow();
        }
        else
        {
            read.Should().Throw<MessagePackSerializationException>().WithInnerException<InsufficientExecutionStackException>();
        }
    }

    [Fact]
    public void The_depth_can_be_set()
    {
        var shallow = Untrusted.WithSecurity(Untrusted.Security.WithMaximumObjectGraphDepth(3));
        var tree = MessagePackSerializer.Serialize(new Node(1, [new Node(2, null)]));

        FluentActions.Invoking(() => MessagePackSerializer.Deserialize<Node>(tree, shallow)).Should().NotThrow();
        FluentActions.Invoking(() => MessagePackSerializer.Deserialize<Node[]>(new byte[] { 0x91 }.Concat(tree).ToArray(), shallow))
            .Should().Throw<MessagePackSerializationException>();
    }

    [Fact]
    public void Json_of_deep_nesting_is_refused()
    {
        byte[] nested = [.. Enumerable.Repeat((byte)0x91, 100_000), 0xc0];
        FluentActions.Invoking(() => MessagePackSerializer.ConvertToJson(nested)).Should().Throw<MessagePackSerializationException>();
    }

    [Fact]
    public void Skipping_has_no_depth_limit_as_it_does_not_recurse()
    {
        byte[] nested = [0x93, 1, 2, .. Enumerable.Repeat((byte)0x91, 1_000_000), 0xc0];
        MessagePackSerializer.Deserialize<Point>(nested, Untrusted).Should().Be(new Point(1, 2));
    }

    [Theory]
    [InlineData("dd7fffffff", typeof(int[]))]
    [InlineData("dd7fffffff01", typeof(List<double>))]
    [InlineData("dd7fffffff", typeof(object))]
    [InlineData("dd7fffffff", typeof(Node[]))]
    [InlineData("df7fffffff0101", typeof(Dictionary<int, int>))]
    [InlineData("c67fffffff00", typeof(byte[]))]
    [InlineData("db7fffffff61", typeof(string))]
    [InlineData("ddffffffff", typeof(int[]))]
    [InlineData("c9ffffffff05", typeof(object))]
    [InlineData("d7ff", typeof(DateTime))]
    public void A_length_above_the_bytes_left_is_refused_before_anything_is_allocated(string hex, Type type)
    {
        var input = Convert.FromHexString(hex);
        FluentActions.Invoking(() => MessagePackSerializer.Deserialize(type, input)).Should().Throw<MessagePackSerializationException>();
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            MessagePackSerializer.Deserialize(type, input);
        }
        catch (MessagePackSerializationException)
        {
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(64 * 1024);
    }

    [Fact]
    public void Keys_made_to_collide_do_not_collide_for_untrusted_data()
    {
        // The plain hash of each of these is zero: the upper half equals the lower half.
        var keys = Enumerable.Range(0, 10_000).Select(i => ((long)i << 32) | (uint)i).ToDictionary(key => key, _ => 0);
        keys.Keys.Select(key => key.GetHashCode()).Distinct().Should().HaveCount(1);
        var bytes = MessagePackSerializer.Serialize(keys);

        var read = MessagePackSerializer.Deserialize<Dictionary<long, int>>(bytes, Untrusted);

        read.Should().Equal(keys);
        read.Keys.Select(read.Comparer.GetHashCode).Distinct().Count().Should().BeGreaterThan(9_900);
        MessagePackSerializer.Deserialize<Dictionary<long, int>>(bytes).Comparer.Should().Be(EqualityComparer<long>.Default);
    }

    [Fact]
    public void Equal_keys_hash_alike_for_untrusted_data()
    {
        var doubles = MessagePackSecurity.UntrustedData.GetEqualityComparer<double>();
        var floats = MessagePackSecurity.UntrustedData.GetEqualityComparer<float>();
        var objects = MessagePackSecurity.UntrustedData.GetEqualityComparer<object>();

        doubles.GetHashCode(0.0).Should().Be(doubles.GetHashCode(-0.0));
        doubles.GetHashCode(double.NaN).Should().Be(doubles.GetHashCode(-double.NaN));
        floats.GetHashCode(0f).Should().Be(floats.GetHashCode(-0f));
        objects.GetHashCode("a").Should().Be(objects.GetHashCode(new string('a', 1)));
        MessagePackSecurity.UntrustedData.GetEqualityComparer<Colour>().Equals(Colour.Red, Colour.Red).Should().BeTrue();
    }

    [Fact]
    public void A_key_type_without_a_safe_hash_is_refused_for_untrusted_data()
    {
        var bytes = MessagePackSerializer.Serialize(new Dictionary<Point, int>());
        FluentActions.Invoking(() => MessagePackSerializer.Deserialize<Dictionary<Point, int>>(bytes, Untrusted))
            .Should().Throw<MessagePackSerializationException>().WithInnerException<TypeAccessException>();
        MessagePackSerializer.Deserialize<Dictionary<Point, int>>(bytes).Should().BeEmpty();
    }
}
