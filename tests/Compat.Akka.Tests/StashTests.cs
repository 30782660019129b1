using Akka.Actor;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class StashTests : ActorTest
{
    private sealed class Gate : ReceiveActor, IWithUnboundedStash
    {
        private readonly IActorRef _probe;

        public Gate(IActorRef probe)
        {
            _probe = probe;
            Closed();
        }

        public IStash Stash { get; set; } = null!;

        private void Closed()
        {
            Receive<string>(s => s == "open", _ =>
            {
                Stash.UnstashAll();
                Become(Open);
            });
            Receive<string>(s => s == "fail", _ => throw new InvalidOperationException());
            Receive<string>(s => s == "twice", _ =>
            {
                Stash.Stash();
                Stash.Stash();
            });
            ReceiveAny(_ => Stash.Stash());
        }

        private void Open() => ReceiveAny(m => _probe.Tell(((string)m, Sender.Path.Name)));
    }

    [Fact]
    public async Task Stashed_messages_come_back_in_order_before_those_that_wait()
    {
        var probe = NewProbe("probe");
        var gate = System.ActorOf(Props.Create(() => new Gate(probe.Ref)));

        foreach (var message in new[] { "a", "b", "open", "c" })
            gate.Tell(message, probe.Ref);

        await probe.Expect(("a", "probe"), ("b", "probe"), ("c", "probe"));
    }

    [Fact]
    public async Task A_restart_gives_the_stashed_messages_to_the_next_incarnation()
    {
        var probe = NewProbe("probe");
        var gate = System.ActorOf(Props.Create(() => new Gate(probe.Ref)));

        foreach (var message in new[] { "a", "fail", "b", "open" })
            gate.Tell(message, probe.Ref);

        await probe.Expect(("a", "probe"), ("b", "probe"));
    }

    [Fact]
    public async Task The_same_message_cannot_be_stashed_twice()
    {
        var failures = Listen<global::Akka.Event.Error>();
        var probe = NewProbe();
        var gate = System.ActorOf(Props.Create(() => new Gate(probe.Ref)));

        gate.Tell("twice");

        (await failures.Next<global::Akka.Event.Error>()).Cause.Should().BeOfType<IllegalActorStateException>();
    }

    private sealed class Hoarder : ReceiveActor, IWithStash
    {
        public Hoarder() => ReceiveAny(_ => Stash.Stash());

        public IStash Stash { get; set; } = null!;
    }

    [Fact]
    public async Task A_full_stash_throws()
    {
        var failures = Listen<global::Akka.Event.Error>();
        var hoarder = System.ActorOf(Props.Create<Hoarder>().WithStashCapacity(1));

        hoarder.Tell("a");
        hoarder.Tell("b");

        (await failures.Next<global::Akka.Event.Error>()).Cause.Should().BeOfType<StashOverflowException>();
    }
}
