using Akka.Actor;
using Akka.Event;
using Akka.Pattern;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class BackoffSupervisorTests : ActorTest
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private sealed class Child(IActorRef probe) : UntypedActor
    {
        protected override void PreStart() => probe.Tell("start");

        protected override void PostStop() => probe.Tell("stop");

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case "stop":
                    Context.Stop(Self);
                    break;
                case "fail":
                    throw new InvalidOperationException();
                default:
                    probe.Tell(message);
                    break;
            }
        }
    }

    private Props ChildProps(Probe probe) => Props.Create(() => new Child(probe.Ref));

    private IActorRef Supervise(BackoffOptions options) => System.ActorOf(BackoffSupervisor.Props(options));

    private async Task AwaitScheduled(IActorRef supervisor, int restarts)
    {
        int count;
        do
        {
            count = (await supervisor.Ask<BackoffSupervisor.RestartCount>(BackoffSupervisor.GetRestartCount.Instance)).Count;
        }
        while (count < restarts);
    }

    [Fact]
    public async Task A_stopped_child_is_started_again_after_pauses_that_double()
    {
        var probe = NewProbe();
        var supervisor = Supervise(Backoff.OnStop(ChildProps(probe), "child", Second, 8 * Second, 0, 10).WithManualReset());
        await probe.Expect("start");

        for (var restart = 1; restart <= 3; restart++)
        {
            supervisor.Tell("stop");
            await probe.Expect("stop");
            await AwaitScheduled(supervisor, restart);
            var pause = Second * Math.Pow(2, restart - 1);
            Time.Advance(pause - TimeSpan.FromTicks(1));
            await supervisor.Ask<ActorIdentity>(new Identify(null));
            await probe.ExpectNothingSoFar();
            Time.Advance(TimeSpan.FromTicks(1));
            await probe.Expect("start");
        }
    }

    [Fact]
    public async Task A_failed_child_is_started_again_after_a_pause()
    {
        var probe = NewProbe();
        var supervisor = Supervise(Backoff.OnFailure(ChildProps(probe), "child", Second, 8 * Second, 0, 10).WithManualReset());
        await probe.Expect("start");

        supervisor.Tell("fail");
        await probe.Expect("stop");
        await AwaitScheduled(supervisor, 1);
        Time.Advance(Second);
        await probe.Expect("start");

        supervisor.Tell("hello");
        await probe.Expect("hello");
    }

    [Fact]
    public async Task A_child_under_OnFailure_that_stops_by_itself_ends_the_supervisor()
    {
        var probe = NewProbe();
        var supervisor = Supervise(Backoff.OnFailure(ChildProps(probe), "child", Second, Second, 0, 10));
        await probe.Watch(supervisor);
        await probe.Expect("start");

        supervisor.Tell("stop");

        await probe.Expect("stop");
        await probe.Next<Terminated>();
    }

    [Fact]
    public async Task Beyond_the_limit_of_retries_the_supervisor_ends()
    {
        var probe = NewProbe();
        var supervisor = Supervise(Backoff.OnStop(ChildProps(probe), "child", Second, Second, 0, 1).WithManualReset());
        await probe.Watch(supervisor);
        await probe.Expect("start");

        supervisor.Tell("stop");
        await probe.Expect("stop");
        await AwaitScheduled(supervisor, 1);
        Time.Advance(Second);
        await probe.Expect("start");
        supervisor.Tell("stop");

        await probe.Expect("stop");
        await probe.Next<Terminated>();
    }

    [Fact]
    public async Task While_the_child_is_stopped_messages_are_answered_as_configured_or_dead_letters()
    {
        var letters = Listen<DeadLetter>();
        var (probe, asker) = (NewProbe(), NewProbe());
        var options = Backoff.OnStop(ChildProps(probe), "child", Second, Second, 0, 10);
        var (answering, silent) = (Supervise(options.WithReplyWhileStopped("later")), Supervise(options));
        await probe.Expect("start", "start");
        foreach (var supervisor in new[] { answering, silent })
        {
            supervisor.Tell("stop");
            await probe.Expect("stop");
            await AwaitScheduled(supervisor, 1);
            supervisor.Tell("hello", asker.Ref);
        }

        await asker.Expect("later");
        (await letters.Next<DeadLetter>()).Message.Should().Be("hello");
    }

    [Fact]
    public async Task The_count_of_restarts_is_reset_after_a_quiet_time()
    {
        var probe = NewProbe();
        var supervisor = Supervise(Backoff.OnStop(ChildProps(probe), "child", Second, Second, 0, 10).WithAutoReset(5 * Second));
        await probe.Expect("start");
        supervisor.Tell("stop");
        await probe.Expect("stop");
        await AwaitScheduled(supervisor, 1);
        Time.Advance(Second);
        await probe.Expect("start");
        await supervisor.Ask<ActorIdentity>(new Identify(null));

        Time.Advance(5 * Second);

        (await supervisor.Ask<BackoffSupervisor.RestartCount>(BackoffSupervisor.GetRestartCount.Instance)).Count.Should().Be(0);
    }
}
