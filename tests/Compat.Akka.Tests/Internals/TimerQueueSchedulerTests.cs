using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Compat.Akka.Tests.Internals;

public sealed class TimerQueueSchedulerTests
{
    [Fact]
    public async Task The_real_scheduler_fires_once_repeatedly_and_not_when_cancelled()
    {
        using var scheduler = new TimerQueueScheduler(Config.Empty, NoLogger.Instance);
        var advanced = ((IScheduler)scheduler).Advanced;
        var once = new TaskCompletionSource();
        var thrice = new TaskCompletionSource();
        var (count, cancelled) = (0, false);
        var stop = new Cancelable(advanced);
        stop.Cancel();

        advanced.ScheduleOnce(TimeSpan.FromMilliseconds(1), () => cancelled = true, stop);
        advanced.ScheduleOnce(1, once.SetResult);
        advanced.ScheduleRepeatedly(1, 1, () =>
        {
            if (Interlocked.Increment(ref count) == 3)
                thrice.SetResult();
        });

        await Task.WhenAll(once.Task, thrice.Task).WaitAsync(TimeSpan.FromSeconds(60));
        cancelled.Should().BeFalse();
    }

    [Fact]
    public void A_scheduler_that_has_ended_refuses_work()
    {
        var scheduler = new TimerQueueScheduler(Config.Empty, NoLogger.Instance);
        scheduler.Dispose();

        scheduler.Invoking(s => ((IScheduler)s).Advanced.ScheduleOnce(1, () => { })).Should().Throw<SchedulerException>();
    }
}
