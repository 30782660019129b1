using Akka.Actor;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class SystemMessageTests : ActorTest
{
    [Fact]
    public async Task A_system_message_overtakes_all_user_messages_that_wait()
    {
        var probe = NewProbe();
        using var gate = new ManualResetEventSlim();
        var actor = (IInternalActorRef)ActorOf((message, _) =>
        {
            probe.Ref.Tell(message);
            if (message is "block")
                gate.Wait();
        });
        await probe.Watch(actor);
        actor.Tell("block");
        await probe.Expect("block");
        for (var i = 0; i < 10; i++)
            actor.Tell(i);

        actor.Stop();
        gate.Set();

        (await probe.Next<Terminated>()).ActorRef.Should().Be(actor);
    }

    [Fact]
    public async Task A_suspended_actor_keeps_its_messages_until_it_is_resumed()
    {
        var probe = NewProbe();
        var actor = (IInternalActorRef)ActorOf((message, _) => probe.Ref.Tell(message));

        actor.Suspend();
        actor.Tell("waiting");
        await probe.ExpectNothingSoFar();
        actor.Resume();

        await probe.Expect("waiting");
    }

    [Fact]
    public async Task Suspensions_are_counted()
    {
        var probe = NewProbe();
        var actor = (IInternalActorRef)ActorOf((message, _) => probe.Ref.Tell(message));

        actor.Suspend();
        actor.Suspend();
        actor.Tell("waiting");
        actor.Resume();
        await probe.Watch(actor);
        await probe.ExpectNothingSoFar();
        actor.Resume();

        await probe.Expect("waiting");
    }
}
