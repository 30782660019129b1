using Akka.Actor;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class ActorPathTests : ActorTest
{
    [Fact]
    public void A_path_reads_as_address_and_names()
    {
        var actor = ActorOf((_, _) => { }, "a");

        actor.Path.ToString().Should().Be("akka://test/user/a");
        actor.Path.ToStringWithoutAddress().Should().Be("/user/a");
        actor.Path.Name.Should().Be("a");
        actor.Path.Parent.Should().Be(((ExtendedActorSystem)System).Guardian.Path);
        actor.Path.Elements.Should().Equal("user", "a");
        actor.Path.Depth.Should().Be(2);
        actor.ToString().Should().Be($"[akka://test/user/a#{actor.Path.Uid}]");
    }

    [Fact]
    public void Parsing_is_the_inverse_of_writing()
    {
        var actor = ActorOf((_, _) => { }, "a");

        var parsed = ActorPath.Parse(actor.Path.ToSerializationFormat());

        parsed.Should().Be(actor.Path);
        parsed.Uid.Should().Be(actor.Path.Uid);
        (parsed / "b" / "c").ToStringWithoutAddress().Should().Be("/user/a/b/c");
    }

    [Theory]
    [InlineData("akka://sys", "sys", null, null)]
    [InlineData("akka.tcp://sys@host:99", "sys", "host", 99)]
    public void Addresses_are_parsed(string text, string system, string? host, int? port)
    {
        var address = Address.Parse(text);

        address.System.Should().Be(system);
        address.Host.Should().Be(host);
        address.Port.Should().Be(port);
        address.ToString().Should().Be(text);
    }

    [Theory]
    [InlineData("no address")]
    [InlineData("akka://sys@host:port")]
    public void What_is_no_address_is_refused(string text)
    {
        Address.TryParse(text, out _).Should().BeFalse();
    }

    [Fact]
    public void Names_given_by_the_system_differ()
    {
        var names = Enumerable.Range(0, 200).Select(_ => ActorOf((_, _) => { }).Path.Name).ToArray();

        names.Should().OnlyHaveUniqueItems();
        names.Should().OnlyContain(n => n.StartsWith('$'));
    }

    [Fact]
    public void A_path_resolves_to_the_actor_that_is_there_now()
    {
        var actor = ActorOf((_, _) => { }, "a");
        var provider = ((ExtendedActorSystem)System).Provider;

        provider.ResolveActorRef(actor.Path).Should().BeSameAs(actor);
        provider.ResolveActorRef(actor.Path.WithUid(actor.Path.Uid + 1)).Should().BeSameAs(actor);
        provider.ResolveActorRef("akka://test/user/none").Path.Name.Should().Be("none");
        provider.ResolveActorRef("akka://test/user/a").Should().BeSameAs(actor);
    }
}
