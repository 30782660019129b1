using Akka.Actor;
using Akka.Actor.Internal;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class SupervisionTests : ActorTest
{
    private sealed record Fail(Exception Cause);

    private sealed class Boom() : Exception("boom");

    /// <summary>Tells a probe of all that happens to it.</summary>
    private sealed class Child(IActorRef probe, string name) : UntypedActor
    {
        private int _count;

        protected override void PreStart() => probe.Tell($"{name} start");

        protected override void PostStop() => probe.Tell($"{name} stop");

        protected override void PreRestart(Exception reason, object message)
        {
            probe.Tell($"{name} prerestart {(message as Fail)?.Cause.Message}");
            base.PreRestart(reason, message);
        }

        protected override void PostRestart(Exception reason)
        {
            probe.Tell($"{name} postrestart {reason.Message}");
            base.PostRestart(reason);
        }

        protected override void OnReceive(object message)
        {
            if (message is Fail fail)
                throw fail.Cause;
            probe.Tell($"{name} {message} {++_count}");
        }
    }

    private sealed class Supervisor : UntypedActor
    {
        private readonly SupervisorStrategy _strategy;

        public Supervisor(SupervisorStrategy strategy, Props[] children)
        {
            _strategy = strategy;
            for (var i = 0; i < children.Length; i++)
                Context.ActorOf(children[i], $"c{i}");
        }

        protected override SupervisorStrategy SupervisorStrategy() => _strategy;

        protected override void OnReceive(object message)
        {
        }
    }

    private async Task<(Probe Probe, IActorRef[] Children, IActorRef Supervisor)> Supervise(SupervisorStrategy strategy, int count = 1)
    {
        var probe = NewProbe();
        var props = Enumerable.Range(0, count).Select(i => Props.Create(() => new Child(probe.Ref, $"c{i}"))).ToArray();
        var supervisor = System.ActorOf(Props.Create(() => new Supervisor(strategy, props)), "supervisor");
        var children = new IActorRef[count];
        for (var i = 0; i < count; i++)
            await probe.Next();
        for (var i = 0; i < count; i++)
            children[i] = await System.ActorSelection($"/user/supervisor/c{i}").ResolveOne(TimeSpan.FromSeconds(60));

        return (probe, children, supervisor);
    }

    [Fact]
    public async Task Restart_loses_the_failing_message_and_the_state_but_keeps_the_rest_of_the_mailbox()
    {
        var (probe, children, _) = await Supervise(new OneForOneStrategy(_ => Directive.Restart));

        children[0].Tell("a");
        children[0].Tell(new Fail(new Boom()));
        children[0].Tell("b");

        await probe.Expect("c0 a 1", "c0 prerestart boom", "c0 stop", "c0 postrestart boom", "c0 start", "c0 b 1");
    }

    [Fact]
    public async Task Resume_loses_only_the_failing_message()
    {
        var (probe, children, _) = await Supervise(new OneForOneStrategy(_ => Directive.Resume));

        children[0].Tell("a");
        children[0].Tell(new Fail(new Boom()));
        children[0].Tell("b");

        await probe.Expect("c0 a 1", "c0 b 2");
    }

    [Fact]
    public async Task Stop_ends_the_child_and_its_mailbox_becomes_dead_letters()
    {
        var letters = Listen<global::Akka.Event.DeadLetter>();
        var (probe, children, _) = await Supervise(new OneForOneStrategy(_ => Directive.Stop));

        children[0].Tell(new Fail(new Boom()));
        children[0].Tell("b");

        await probe.Expect("c0 stop");
        (await letters.Next<global::Akka.Event.DeadLetter>()).Message.Should().Be("b");
    }

    [Fact]
    public async Task Retries_beyond_the_limit_stop_the_child()
    {
        var (probe, children, _) = await Supervise(new OneForOneStrategy(1, -1, _ => Directive.Restart));

        children[0].Tell(new Fail(new Boom()));
        children[0].Tell(new Fail(new Boom()));

        await probe.Expect("c0 prerestart boom", "c0 stop", "c0 postrestart boom", "c0 start", "c0 stop");
    }

    [Fact]
    public void Retries_are_counted_within_the_window_only()
    {
        var child = (IInternalActorRef)ActorOf((_, _) => { });
        var inside = new ChildRestartStats(child);
        inside.RequestRestartPermission(2, 3_600_000).Should().BeTrue();
        inside.RequestRestartPermission(2, 3_600_000).Should().BeTrue();
        inside.RequestRestartPermission(2, 3_600_000).Should().BeFalse();

        var longAgo = new ChildRestartStats(child, 2, restartTimeWindowStartTicks: 1);
        longAgo.RequestRestartPermission(2, 1).Should().BeTrue();
        longAgo.MaxNrOfRetriesCount.Should().Be(1);
    }

    [Theory]
    [InlineData(0, -1, 0)]
    [InlineData(-1, -1, 5)]
    [InlineData(3, -1, 3)]
    [InlineData(-1, 3_600_000, 1)]
    public void The_limits_of_retries_mean_what_they_say(int retries, int window, int allowedOfFive)
    {
        var stats = new ChildRestartStats((IInternalActorRef)ActorOf((_, _) => { }));

        Enumerable.Range(0, 5).Count(_ => stats.RequestRestartPermission(retries, window)).Should().Be(allowedOfFive);
    }

    [Fact]
    public async Task AllForOne_restarts_every_child()
    {
        var (probe, children, _) = await Supervise(new AllForOneStrategy(_ => Directive.Restart), count: 2);

        children[0].Tell(new Fail(new Boom()));

        var seen = new List<object>();
        for (var i = 0; i < 8; i++)
            seen.Add(await probe.Next());
        seen.Should().BeEquivalentTo([
            "c0 prerestart boom", "c0 stop", "c0 postrestart boom", "c0 start",
            "c1 prerestart ", "c1 stop", "c1 postrestart boom", "c1 start"]);
    }

    [Fact]
    public async Task AllForOne_stops_every_child()
    {
        var (probe, children, _) = await Supervise(new AllForOneStrategy(_ => Directive.Stop), count: 2);

        children[1].Tell(new Fail(new Boom()));

        new[] { await probe.Next(), await probe.Next() }.Should().BeEquivalentTo(["c0 stop", "c1 stop"]);
    }

    [Fact]
    public async Task Escalate_makes_the_supervisor_fail()
    {
        var (probe, children, supervisor) = await Supervise(new OneForOneStrategy(_ => Directive.Escalate));

        children[0].Tell(new Fail(new Boom()));

        // /user restarts the supervisor, which ends its child and makes a new one.
        await probe.Expect("c0 stop", "c0 start");
        (await supervisor.Ask<ActorIdentity>(new Identify(1))).Subject.Should().Be(supervisor);
    }

    [Fact]
    public async Task A_failure_in_the_constructor_stops_the_actor_by_default()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Props.Create(() => new Unborn()));

        await probe.Watch(actor);

        await probe.Next<Terminated>();
    }

    [Fact]
    public async Task Kill_ends_an_actor_by_default()
    {
        var (probe, children, _) = await Supervise(SupervisorStrategy.DefaultStrategy);

        children[0].Tell(Kill.Instance);

        await probe.Expect("c0 stop");
    }

    private sealed class Unborn : UntypedActor
    {
        public Unborn() => throw new Boom();

        protected override void OnReceive(object message)
        {
        }
    }
}
