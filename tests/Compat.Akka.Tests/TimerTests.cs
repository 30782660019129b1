using Akka.Actor;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class TimerTests : ActorTest
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private sealed class Timed : UntypedActor, IWithTimers
    {
        private readonly IActorRef _probe;

        public Timed(IActorRef probe) => _probe = probe;

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Action<ITimerScheduler> act:
                    act(Timers);
                    break;
                case "fail":
                    throw new InvalidOperationException();
                default:
                    _probe.Tell(message);
                    break;
            }
        }
    }

    private async Task<IActorRef> NewTimed(Probe probe, Action<ITimerScheduler> start)
    {
        var actor = System.ActorOf(Props.Create(() => new Timed(probe.Ref)));
        await Do(actor, start);
        return actor;
    }

    private static async Task Do(IActorRef actor, Action<ITimerScheduler> act)
    {
        actor.Tell(act);
        await actor.Ask<ActorIdentity>(new Identify(null));
    }

    private static async Task NothingAt(Probe probe, IActorRef actor)
    {
        await actor.Ask<ActorIdentity>(new Identify(null));
        await probe.ExpectNothingSoFar();
    }

    [Fact]
    public async Task A_single_timer_fires_once_at_its_time()
    {
        var probe = NewProbe();
        var actor = await NewTimed(probe, t => t.StartSingleTimer("k", "tick", Second));

        Time.Advance(Second - TimeSpan.FromTicks(1));
        await NothingAt(probe, actor);
        Time.Advance(TimeSpan.FromTicks(1));
        await probe.Expect("tick");
        Time.Advance(10 * Second);
        await NothingAt(probe, actor);
    }

    [Fact]
    public async Task A_periodic_timer_fires_until_cancelled()
    {
        var probe = NewProbe();
        var actor = await NewTimed(probe, t => t.StartPeriodicTimer("k", "tick", 2 * Second, Second));

        Time.Advance(4 * Second);
        await probe.Expect("tick", "tick", "tick");
        await Do(actor, t => t.Cancel("k"));
        Time.Advance(4 * Second);
        await NothingAt(probe, actor);
        Time.PendingCount.Should().Be(0);
    }

    [Fact]
    public async Task A_timer_started_under_the_same_key_replaces_the_older_even_when_that_waits_in_the_mailbox()
    {
        var probe = NewProbe();
        var actor = await NewTimed(probe, t => t.StartSingleTimer("k", "old", Second));
        using var gate = new ManualResetEventSlim();
        actor.Tell((Action<ITimerScheduler>)(t =>
        {
            gate.Wait();
            t.StartSingleTimer("k", "new", Second);
        }));

        Time.Advance(Second);
        gate.Set();
        await NothingAt(probe, actor);
        Time.Advance(Second);

        await probe.Expect("new");
    }

    [Fact]
    public async Task The_timers_of_an_actor_end_with_it_and_with_a_restart()
    {
        var probe = NewProbe();
        var actor = await NewTimed(probe, t => t.StartPeriodicTimer("k", "tick", Second));

        actor.Tell("fail");
        await actor.Ask<ActorIdentity>(new Identify(null));
        Time.PendingCount.Should().Be(0);

        await Do(actor, t => t.StartPeriodicTimer("k", "tick", Second));
        (await actor.GracefulStop(TimeSpan.FromSeconds(60))).Should().BeTrue();
        Time.PendingCount.Should().Be(0);
    }

    [Fact]
    public async Task A_timer_can_send_a_poison_pill()
    {
        var probe = NewProbe();
        var actor = await NewTimed(probe, t => t.StartSingleTimer("k", PoisonPill.Instance, Second));
        await probe.Watch(actor);

        Time.Advance(Second);

        await probe.Next<Terminated>();
    }

    [Fact]
    public async Task Active_timers_are_known_by_key()
    {
        var probe = NewProbe();

        await NewTimed(probe, t =>
        {
            t.StartSingleTimer("k", "tick", Second);
            probe.Ref.Tell((t.IsTimerActive("k"), t.IsTimerActive("other"), t.ActiveTimers.Count));
        });

        await probe.Expect((true, false, 1));
    }
}
