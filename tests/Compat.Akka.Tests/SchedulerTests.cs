using Akka.Actor;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class SchedulerTests : ActorTest
{
    [Fact]
    public async Task A_cancelable_takes_back_what_was_scheduled()
    {
        var probe = NewProbe();
        var cancelable = System.Scheduler.ScheduleTellRepeatedlyCancelable(1000, 1000, probe.Ref, "tick", ActorRefs.NoSender);

        Time.Advance(TimeSpan.FromSeconds(2));
        await probe.Expect("tick", "tick");
        cancelable.Cancel();
        Time.Advance(TimeSpan.FromSeconds(2));

        cancelable.IsCancellationRequested.Should().BeTrue();
        await probe.ExpectNothingSoFar();
    }

    [Fact]
    public void CancelAfter_goes_by_the_scheduler_s_clock()
    {
        var cancelable = new Cancelable(System.Scheduler);

        cancelable.CancelAfter(1000);
        Time.Advance(TimeSpan.FromMilliseconds(999));
        cancelable.IsCancellationRequested.Should().BeFalse();
        Time.Advance(TimeSpan.FromMilliseconds(1));

        cancelable.IsCancellationRequested.Should().BeTrue();
        cancelable.Token.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public void Negative_delays_and_empty_intervals_are_refused()
    {
        var scheduler = System.Scheduler;

        scheduler.Invoking(s => s.ScheduleTellOnce(-1, ActorRefs.Nobody, "x", ActorRefs.NoSender)).Should().Throw<ArgumentOutOfRangeException>();
        scheduler.Invoking(s => s.ScheduleTellRepeatedly(0, 0, ActorRefs.Nobody, "x", ActorRefs.NoSender)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
