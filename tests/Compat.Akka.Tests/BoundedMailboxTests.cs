using Akka.Actor;
using Akka.Event;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class BoundedMailboxTests() : ActorTest("""
    bounded { mailbox-type = "Akka.Dispatch.BoundedMailbox", mailbox-capacity = 2, mailbox-push-timeout-time = 0s }
    """)
{
    [Fact]
    public async Task What_exceeds_the_capacity_is_a_dead_letter_and_the_rest_is_received()
    {
        var letters = Listen<DeadLetter>();
        var probe = NewProbe();
        var actor = (IInternalActorRef)System.ActorOf(PropsOf((message, _) => probe.Ref.Tell(message)).WithMailbox("bounded"));
        actor.Suspend();

        actor.Tell(1);
        actor.Tell(2);
        actor.Tell(3);

        (await letters.Next<DeadLetter>()).Message.Should().Be(3);
        actor.Resume();
        await probe.Expect(1, 2);
        actor.Tell(4);
        await probe.Expect(4);
    }
}
