using Akka;
using Akka.Actor;
using Akka.Configuration;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class CoordinatedShutdownTests() : ActorTest("""
    akka.coordinated-shutdown {
      default-phase-timeout = 3s
      phases {
        own { depends-on = [service-stop], timeout = 7s }
        strict { depends-on = [own], recover = off }
      }
    }
    """)
{
    private CoordinatedShutdown Shutdown => CoordinatedShutdown.Get(System);

    private static Task<Done> Finished => Task.FromResult(Done.Instance);

    [Fact]
    public async Task Phases_run_in_the_order_of_their_dependencies_and_end_with_the_system()
    {
        var order = new List<string>();
        foreach (var phase in new[] { "own", CoordinatedShutdown.PhaseServiceStop, CoordinatedShutdown.PhaseBeforeServiceUnbind, CoordinatedShutdown.PhaseBeforeActorSystemTerminate })
        {
            Shutdown.AddTask(phase, "note", () =>
            {
                lock (order)
                    order.Add(phase);
                return Finished;
            });
        }

        await Shutdown.Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(TimeSpan.FromSeconds(60));

        order.Where(p => p != CoordinatedShutdown.PhaseBeforeActorSystemTerminate).Should().Equal(CoordinatedShutdown.PhaseBeforeServiceUnbind, CoordinatedShutdown.PhaseServiceStop, "own");
        order.Should().Contain(CoordinatedShutdown.PhaseBeforeActorSystemTerminate);
        System.WhenTerminated.IsCompleted.Should().BeTrue();
        Shutdown.ShutdownReason.Should().BeSameAs(CoordinatedShutdown.UnknownReason.Instance);
    }

    [Fact]
    public async Task Terminating_the_system_runs_the_phases()
    {
        var ran = false;
        Shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "note", () =>
        {
            ran = true;
            return Finished;
        });

        await System.Terminate().WaitAsync(TimeSpan.FromSeconds(60));

        ran.Should().BeTrue();
        Shutdown.ShutdownReason.Should().BeSameAs(CoordinatedShutdown.ActorSystemTerminateReason.Instance);
    }

    [Fact]
    public async Task A_phase_that_hangs_is_given_up_after_its_own_time_out()
    {
        var started = new TaskCompletionSource();
        Shutdown.AddTask("own", "hang", () =>
        {
            started.SetResult();
            return new TaskCompletionSource<Done>().Task;
        });

        var before = Time.PendingCount;
        var run = Shutdown.Run(CoordinatedShutdown.UnknownReason.Instance);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await Time.UntilPending(before + 1);
        Time.Advance(TimeSpan.FromSeconds(7) - TimeSpan.FromTicks(1));
        run.IsCompleted.Should().BeFalse();
        Time.Advance(TimeSpan.FromTicks(1));

        await run.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_failing_task_does_not_stop_the_shutdown_when_its_phase_recovers()
    {
        Shutdown.AddTask("own", "fail", () => Task.FromException<Done>(new InvalidOperationException()));
        Shutdown.AddTask("own", "throw", () => throw new InvalidOperationException());

        await Shutdown.Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_failing_task_stops_the_shutdown_when_its_phase_does_not_recover()
    {
        Shutdown.AddTask("strict", "fail", () => Task.FromException<Done>(new InvalidOperationException("strict")));

        await Shutdown.Awaiting(s => s.Run(CoordinatedShutdown.UnknownReason.Instance)).Should().ThrowAsync<AggregateException>().WithMessage("*strict*");
        ((ExtendedActorSystem)System).Guardian.Stop();
    }

    [Fact]
    public void Time_outs_are_those_of_the_configuration()
    {
        Shutdown.Timeout("own").Should().Be(TimeSpan.FromSeconds(7));
        Shutdown.Timeout(CoordinatedShutdown.PhaseServiceStop).Should().Be(TimeSpan.FromSeconds(3));
        Shutdown.Invoking(s => s.Timeout("unknown")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_task_for_an_unknown_phase_is_refused()
    {
        Shutdown.Invoking(s => s.AddTask("unknown", "x", () => Finished)).Should().Throw<ConfigurationException>();
    }
}
