using Akka.Actor;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class ReceiveTimeoutTests : ActorTest
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private sealed class Quiet : INotInfluenceReceiveTimeout;

    private sealed class Impatient : UntypedActor
    {
        private readonly IActorRef _probe;

        public Impatient(IActorRef probe)
        {
            _probe = probe;
            SetReceiveTimeout(Second);
        }

        protected override void OnReceive(object message)
        {
            if (message is ReceiveTimeout)
                _probe.Tell("timeout");
            else if (message is "off")
                SetReceiveTimeout(null);
        }
    }

    private IActorRef NewImpatient(Probe probe) => System.ActorOf(Props.Create(() => new Impatient(probe.Ref)));

    private static Task Settle(IActorRef actor) => actor.Ask<ActorIdentity>(new Identify(null));

    [Fact]
    public async Task Without_messages_the_time_out_comes_again_and_again()
    {
        var probe = NewProbe();
        var actor = NewImpatient(probe);
        await Settle(actor);

        for (var i = 0; i < 3; i++)
        {
            Time.Advance(Second);
            await probe.Expect("timeout");
            await Settle(actor);
        }
    }

    [Fact]
    public async Task A_message_starts_the_countdown_anew()
    {
        var probe = NewProbe();
        var actor = NewImpatient(probe);
        await Settle(actor);

        Time.Advance(Second / 2);
        actor.Tell("activity");
        await Settle(actor);
        Time.Advance(Second / 2);
        await Settle(actor);
        await probe.ExpectNothingSoFar();
        Time.Advance(Second / 2);

        await probe.Expect("timeout");
    }

    [Fact]
    public async Task A_message_that_does_not_count_leaves_the_countdown_alone()
    {
        var probe = NewProbe();
        var actor = NewImpatient(probe);
        await Settle(actor);

        Time.Advance(Second / 2);
        actor.Tell(new Quiet());
        await Settle(actor);
        Time.Advance(Second / 2);

        await probe.Expect("timeout");
    }

    [Fact]
    public async Task No_time_out_switches_it_off()
    {
        var probe = NewProbe();
        var actor = NewImpatient(probe);
        actor.Tell("off");
        await Settle(actor);

        Time.Advance(10 * Second);
        await Settle(actor);

        await probe.ExpectNothingSoFar();
        Time.PendingCount.Should().Be(0);
    }
}
