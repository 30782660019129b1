using Akka.Actor;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class RestartTests : ActorTest
{
    private sealed class Parent : UntypedActor
    {
        private readonly IActorRef _probe;
        private readonly bool _keepChildren;

        public Parent(IActorRef probe, bool keepChildren)
        {
            _probe = probe;
            _keepChildren = keepChildren;
            if (Context.Child("child").IsNobody())
                Context.ActorOf(Props.Create(() => new Child(probe)), "child");
        }

        protected override void PreRestart(Exception reason, object message)
        {
            if (!_keepChildren)
                base.PreRestart(reason, message);
        }

        protected override void PostRestart(Exception reason) => _probe.Tell("parent restarted");

        protected override void OnReceive(object message)
        {
            if (message is "fail")
                throw new InvalidOperationException();
            _probe.Tell(message);
        }
    }

    private sealed class Child(IActorRef probe) : UntypedActor
    {
        protected override void PreStart() => probe.Tell("child started");

        protected override void PostStop() => probe.Tell("child stopped");

        protected override void OnReceive(object message)
        {
        }
    }

    [Fact]
    public async Task A_restarting_parent_waits_for_its_children_to_end_then_goes_on_with_its_mailbox()
    {
        var probe = NewProbe();
        var parent = System.ActorOf(Props.Create(() => new Parent(probe.Ref, false)));
        await probe.Expect("child started");

        parent.Tell("fail");
        parent.Tell("next");

        // The child of the new incarnation has the name of the old one, which must be free by then.
        await probe.Expect("child stopped");
        var rest = new[] { await probe.Next(), await probe.Next(), await probe.Next() };
        rest.Should().BeEquivalentTo(["child started", "parent restarted", "next"]);
        Array.IndexOf(rest, "parent restarted").Should().BeLessThan(Array.IndexOf(rest, "next"));
    }

    [Fact]
    public async Task Children_that_PreRestart_keeps_are_restarted_with_their_parent()
    {
        var probe = NewProbe();
        var parent = System.ActorOf(Props.Create(() => new Parent(probe.Ref, true)));
        await probe.Expect("child started");

        parent.Tell("fail");

        var seen = new[] { await probe.Next(), await probe.Next(), await probe.Next() };
        seen.Should().BeEquivalentTo(["parent restarted", "child stopped", "child started"]);
    }

    private sealed class FailsToRestart(IActorRef probe) : UntypedActor
    {
        protected override void PostRestart(Exception reason) => throw new InvalidOperationException("again");

        protected override void PostStop() => probe.Tell("stopped");

        protected override void OnReceive(object message) => throw new InvalidOperationException("first");
    }

    [Fact]
    public async Task A_failure_in_PostRestart_stops_the_actor_by_default()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Props.Create(() => new FailsToRestart(probe.Ref)));
        await probe.Watch(actor);

        actor.Tell("go");

        // PostStop runs in the incarnation that failed and in the one that could not take its place.
        await probe.Expect("stopped", "stopped");
        await probe.Next<Terminated>();
    }

    private sealed class Disposed(IActorRef probe) : UntypedActor, IDisposable
    {
        public void Dispose() => probe.Tell("disposed");

        protected override void OnReceive(object message) => throw new InvalidOperationException();
    }

    [Fact]
    public async Task Every_incarnation_that_is_disposable_is_disposed()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Props.Create(() => new Disposed(probe.Ref)));

        actor.Tell("restart");
        await probe.Expect("disposed");
        actor.Tell(PoisonPill.Instance);
        await probe.Expect("disposed");
    }
}
