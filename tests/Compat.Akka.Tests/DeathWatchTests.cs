using Akka.Actor;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class DeathWatchTests : ActorTest
{
    private IActorRef Idle() => ActorOf((_, _) => { });

    [Fact]
    public async Task The_end_of_a_watched_actor_is_told_once()
    {
        var probe = NewProbe();
        var actor = Idle();
        await probe.Watch(actor);
        await probe.Watch(actor);

        actor.Tell(PoisonPill.Instance);

        var terminated = await probe.Next<Terminated>();
        terminated.ActorRef.Should().Be(actor);
        terminated.ExistenceConfirmed.Should().BeTrue();
        probe.LastSender.Should().Be(actor);
        await probe.ExpectNothingSoFar();
    }

    [Fact]
    public async Task Watching_an_actor_that_has_ended_tells_its_end()
    {
        var probe = NewProbe();
        var actor = Idle();
        (await actor.GracefulStop(TimeSpan.FromSeconds(60))).Should().BeTrue();

        await probe.Watch(actor);

        (await probe.Next<Terminated>()).ExistenceConfirmed.Should().BeFalse();
    }

    [Fact]
    public async Task No_message_of_an_actor_comes_after_its_Terminated()
    {
        var probe = NewProbe();
        var chatty = ActorOf((message, _) => probe.Ref.Tell(message));
        await probe.Watch(chatty);
        for (var i = 0; i < 1000; i++)
            chatty.Tell(i);
        chatty.Tell(PoisonPill.Instance);
        chatty.Tell("too late");

        for (var i = 0; i < 1000; i++)
            await probe.Expect(i);
        await probe.Next<Terminated>();
        await probe.ExpectNothingSoFar();
    }

    [Fact]
    public async Task WatchWith_tells_the_given_message()
    {
        var probe = NewProbe();
        var actor = Idle();
        var watcher = ActorOf((message, context) =>
        {
            if (message is IActorRef watched)
                context.WatchWith(watched, "gone");
            else
                probe.Ref.Tell(message);
        });
        watcher.Tell(actor);
        await watcher.Ask<ActorIdentity>(new Identify(1));

        actor.Tell(PoisonPill.Instance);

        await probe.Expect("gone");
    }

    [Fact]
    public async Task Unwatch_also_takes_back_a_Terminated_that_waits_in_the_mailbox()
    {
        var probe = NewProbe();
        var actor = Idle();
        var watcher = ActorOf((message, context) =>
        {
            switch (message)
            {
                case "watch":
                    context.Watch(actor);
                    actor.GracefulStop(TimeSpan.FromSeconds(60)).Result.Should().BeTrue();
                    context.Self.Tell("unwatch");
                    break;
                case "unwatch":
                    context.Unwatch(actor);
                    break;
                default:
                    probe.Ref.Tell(message is Terminated ? "terminated" : message);
                    break;
            }
        });

        watcher.Tell("watch");
        watcher.Tell("end");

        await probe.Expect("end");
        await watcher.Ask<ActorIdentity>(new Identify(1));
        await probe.ExpectNothingSoFar();
    }

    [Fact]
    public async Task An_unhandled_Terminated_ends_the_watcher_by_a_death_pact()
    {
        var probe = NewProbe();
        var actor = Idle();
        var watcher = System.ActorOf(Props.Create(() => new Bound(actor)));
        await probe.Watch(watcher);
        await watcher.Ask<ActorIdentity>(new Identify(1));

        actor.Tell(PoisonPill.Instance);

        (await probe.Next<Terminated>()).ActorRef.Should().Be(watcher);
    }

    private sealed class Bound : ReceiveActor
    {
        public Bound(IActorRef other) => Context.Watch(other);
    }
}
