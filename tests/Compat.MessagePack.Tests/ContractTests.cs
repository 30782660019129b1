using Compat.MessagePack.Tests.Types;
using MessagePack;

namespace Compat.MessagePack.Tests;

public sealed class ContractTests
{
    [Fact]
    public void A_record_with_number_keys_is_an_array_in_key_order() =>
        Wire.Hex(new Point(3, -1)).Should().Be("9203ff");

    [Fact]
    public void A_gap_between_number_keys_is_nil() =>
        Wire.Hex(new Gap(1, "a")).Should().Be("9401c0c0a161");

    [Fact]
    public void Name_keys_make_a_map() =>
        Wire.Hex(new Named(1, null)).Should().Be("82a17801a96c6f6e67206e616d65c0");

    [Fact]
    public void Property_names_can_be_the_keys_and_ignored_members_are_left_out() =>
        Wire.Hex(new ByProperty(2, [0.5])).Should().Be("82a5436f756e7402a656616c75657391cb3fe0000000000000");

    [Theory]
    [MemberData(nameof(Values))]
    public void What_was_written_is_read_back(object value) =>
        Wire.RoundTripAs(value.GetType(), value).Should().BeEquivalentTo(value, o => o.RespectingRuntimeTypes());

    public static TheoryData<object> Values() =>
    [
        new Point(1, 70000),
        new Gap(-5, null),
        new Named(9, "é€😀"),
        new ByProperty(4, [1, double.NaN]),
        new WithInit { Id = 3, Name = "n", Note = "x" },
        new Settable { A = 5, B = 6 },
        new SettableByName { A = 5, B = null },
        new Pair(1.5, -2),
        new TwoConstructors(4) { B = 5 },
        new Node(1, [new Node(2, null), new Node(3, [])]),
        new Dog { Name = "Rex", Age = 3 },
    ];

    [Fact]
    public void A_type_without_members_is_an_empty_array()
    {
        Wire.Hex(new Empty()).Should().Be("90");
        Wire.Read<Empty>("9101").Should().Be(new Empty());
    }

    [Fact]
    public void A_nil_is_a_null_reference() =>
        Wire.Read<Point?>("c0").Should().BeNull();

    [Fact]
    public void A_nil_is_no_struct() =>
        FluentActions.Invoking(() => Wire.Read<Pair>("c0")).Should().Throw<MessagePackSerializationException>();

    [Fact]
    public void Members_that_the_input_lacks_keep_their_initial_value() =>
        Wire.Read<Settable>("9109").Should().BeEquivalentTo(new Settable { A = 9, B = 2 });

    [Fact]
    public void Names_that_the_input_lacks_keep_their_initial_value() =>
        Wire.Read<SettableByName>("81a14109").Should().BeEquivalentTo(new SettableByName { A = 9, B = "two" });

    // As the formatters that MessagePack's source generator makes.
    [Fact]
    public void Init_only_members_that_the_input_lacks_are_set_to_default() =>
        Wire.Read<WithInit>("90").Should().BeEquivalentTo(new WithInit { Id = 0, Name = null!, Note = "none" });

    [Fact]
    public void Elements_and_names_that_the_type_does_not_know_are_skipped()
    {
        Wire.Read<Point>("9401029192c3c2a161").Should().Be(new Point(1, 2));
        Wire.Read<Named>("83a17a9201a162a17805a96c6f6e67206e616d65a17a").Should().Be(new Named(5, "z"));
    }

    [Fact]
    public void Names_may_come_in_any_order() =>
        Wire.Read<SettableByName>("82a142a178a14107").Should().BeEquivalentTo(new SettableByName { A = 7, B = "x" });

    [Fact]
    public void The_marked_constructor_is_used() =>
        Wire.Read<TwoConstructors>("920405").Should().BeEquivalentTo(new TwoConstructors(4) { B = 5 });

    [Fact]
    public void Without_a_mark_a_constructor_is_chosen_that_the_members_can_fill() =>
        Wire.Read<Pair>("92cb3ff000000000000002").Should().Be(new Pair(1, 2));
}
