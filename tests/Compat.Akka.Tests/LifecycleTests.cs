using Akka.Actor;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class LifecycleTests : ActorTest
{
    private sealed class Node(IActorRef probe, int depth) : UntypedActor
    {
        protected override void PreStart()
        {
            if (depth > 0)
                Context.ActorOf(Props.Create(() => new Node(probe, depth - 1)), "a");
            if (depth > 0)
                Context.ActorOf(Props.Create(() => new Node(probe, depth - 1)), "b");
        }

        protected override void PostStop() => probe.Tell(Self.Path.ToStringWithoutAddress());

        protected override void OnReceive(object message) => Sender.Tell(message);
    }

    [Fact]
    public async Task Children_have_ended_before_PostStop_of_their_parent()
    {
        var probe = NewProbe();
        var top = System.ActorOf(Props.Create(() => new Node(probe.Ref, 2)), "n");
        await top.Ask("ready");

        System.Stop(top);

        var order = new List<string>();
        for (var i = 0; i < 7; i++)
            order.Add((string)await probe.Next());
        order[^1].Should().Be("/user/n");
        foreach (var path in order)
            order.FindIndex(p => p == path).Should().BeGreaterThanOrEqualTo(order.FindLastIndex(p => p.StartsWith(path + "/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task PoisonPill_takes_effect_after_the_messages_before_it_and_Stop_before_them()
    {
        var probe = NewProbe();
        var release = new TaskCompletionSource();
        var actor = ActorOf((message, _) =>
        {
            if (message is "block")
                release.Task.Wait();
            probe.Ref.Tell(message);
        });
        await probe.Watch(actor);
        actor.Tell("block");
        actor.Tell("waiting");
        System.Stop(actor);
        await probe.ExpectNothingSoFar();

        // The guardian must have passed the stop on before the actor goes on.
        await System.ActorSelection("/user").Ask<ActorIdentity>(new Identify(1));
        release.SetResult();

        await probe.Expect("block");
        await probe.Next<Terminated>();
    }

    [Fact]
    public async Task A_name_is_free_again_once_its_actor_has_ended()
    {
        var probe = NewProbe();
        var first = ActorOf((_, _) => { }, "name");
        this.Invoking(t => t.ActorOf((_, _) => { }, "name")).Should().Throw<InvalidActorNameException>();

        (await first.GracefulStop(TimeSpan.FromSeconds(60))).Should().BeTrue();
        await probe.Watch(first);
        await probe.Next<Terminated>();
        var second = ActorOf((_, _) => { }, "name");

        second.Path.Should().Be(first.Path);
        second.Should().NotBe(first);
    }

    [Theory]
    [InlineData("")]
    [InlineData("$a")]
    [InlineData("a/b")]
    [InlineData("a b")]
    public void A_name_that_would_spoil_a_path_is_refused(string name)
    {
        this.Invoking(t => t.ActorOf((_, _) => { }, name)).Should().Throw<InvalidActorNameException>();
    }

    [Fact]
    public async Task Terminate_ends_every_actor_and_refuses_new_ones()
    {
        var actor = ActorOf((_, _) => { });

        await System.Terminate().WaitAsync(TimeSpan.FromSeconds(60));

        System.WhenTerminated.IsCompletedSuccessfully.Should().BeTrue();
        ((IInternalActorRef)actor).IsTerminated.Should().BeTrue();
        this.Invoking(t => t.ActorOf((_, _) => { })).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public async Task What_was_registered_on_termination_runs_before_the_system_has_ended()
    {
        var ran = false;
        System.RegisterOnTermination(() => ran = true);

        await System.Terminate().WaitAsync(TimeSpan.FromSeconds(60));

        ran.Should().BeTrue();
    }

    [Fact]
    public void An_actor_cannot_be_made_with_new()
    {
        var create = () => new Node(ActorRefs.Nobody, 0);

        create.Should().Throw<ActorInitializationException>();
    }
}
