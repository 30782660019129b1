using Akka.Actor;
using Akka.Configuration;
using Akka.Routing;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class RouterTests() : ActorTest("akka.actor.deployment { /pool { router = round-robin-pool, nr-of-instances = 3 } }")
{
    private static Props Echo => PropsOf((message, context) =>
    {
        if (message is "fail")
            throw new InvalidOperationException();
        context.Sender.Tell((message, context.Self.Path.Name));
    });

    private static async Task<string> NameOf(IActorRef router) => (await router.Ask<(object, string)>("?")).Item2;

    [Fact]
    public async Task Messages_go_to_the_routees_in_turn()
    {
        var router = System.ActorOf(Echo.WithRouter(new RoundRobinPool(3)));

        var names = new List<string>();
        for (var i = 0; i < 9; i++)
            names.Add(await NameOf(router));

        names.Distinct().Should().HaveCount(3);
        names.Skip(3).Should().Equal(names.SkipLast(3));
    }

    [Fact]
    public async Task A_broadcast_goes_to_every_routee()
    {
        var probe = NewProbe();
        var router = System.ActorOf(Echo.WithRouter(new RoundRobinPool(3)));

        router.Tell(new Broadcast("all"), probe.Ref);

        var names = new HashSet<string>();
        for (var i = 0; i < 3; i++)
            names.Add((await probe.Next<(object, string)>()).Item2);
        names.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_pool_ends_with_its_last_routee()
    {
        var probe = NewProbe();
        var router = System.ActorOf(Echo.WithRouter(new RoundRobinPool(2)));
        await probe.Watch(router);

        router.Tell(new Broadcast(PoisonPill.Instance));

        (await probe.Next<Terminated>()).ActorRef.Should().Be(router);
    }

    [Fact]
    public async Task A_pool_whose_routee_fails_keeps_its_routees()
    {
        var router = System.ActorOf(Echo.WithRouter(new RoundRobinPool(2)));

        router.Tell("fail");

        var names = new List<string>();
        for (var i = 0; i < 4; i++)
            names.Add(await NameOf(router));
        names.Distinct().Should().HaveCount(2);
        (await router.Ask<Routees>(GetRoutees.Instance)).Members.Should().HaveCount(2);
    }

    [Fact]
    public async Task The_size_can_come_from_the_configuration()
    {
        var router = System.ActorOf(Echo.WithRouter(FromConfig.Instance), "pool");

        (await router.Ask<Routees>(GetRoutees.Instance)).Members.Should().HaveCount(3);
    }

    [Fact]
    public void A_router_from_the_configuration_must_be_configured()
    {
        System.Invoking(s => s.ActorOf(Echo.WithRouter(FromConfig.Instance), "other")).Should().Throw<ConfigurationException>();
    }
}
