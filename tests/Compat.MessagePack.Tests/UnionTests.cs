using Compat.MessagePack.Tests.Types;
using MessagePack;

namespace Compat.MessagePack.Tests;

public sealed class UnionTests
{
    [Fact]
    public void A_union_is_the_key_of_the_type_and_the_value() =>
        Wire.Hex<IShape>(new Square(2)).Should().Be("920591cb4000000000000000");

    [Fact]
    public void The_key_chooses_the_type() =>
        Wire.Read<IShape>("920091cb4000000000000000").Should().Be(new Circle(2));

    [Fact]
    public void A_type_without_a_key_is_written_as_nil() =>
        Wire.Hex<IShape>(new Stranger()).Should().Be("c0");

    [Fact]
    public void An_unknown_key_is_read_as_null_and_its_value_skipped() =>
        Wire.Read<IShape?[]>("92920993010203c0").Should().Equal([null, null]);

    [Fact]
    public void Anything_but_a_pair_is_refused() =>
        FluentActions.Invoking(() => Wire.Read<IShape>("9100")).Should().Throw<MessagePackSerializationException>();

    [Fact]
    public void An_abstract_type_without_a_union_is_refused_by_name() =>
        FluentActions.Invoking(() => Wire.Read<Animal>("90"))
            .Should().Throw<MessagePackSerializationException>()
            .WithInnerException<MessagePackSerializationException>().WithMessage("*Animal*");
}
