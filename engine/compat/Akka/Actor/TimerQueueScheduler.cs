using System.Diagnostics;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The scheduler of running systems: real time, on the timers of .NET.</summary>
internal sealed class TimerQueueScheduler(Config scheduler, ILoggingAdapter log) : SchedulerBase(scheduler, log), IDisposable
{
    private volatile bool _ended;

    public override TimeSpan MonotonicClock => Stopwatch.GetElapsedTime(0);

    public override TimeSpan HighResMonotonicClock => Stopwatch.GetElapsedTime(0);

    protected override DateTimeOffset TimeNow => TimeProvider.System.GetUtcNow();

    public void Dispose() => _ended = true;

    protected override void InternalScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        Schedule(delay, Timeout.InfiniteTimeSpan, () => receiver.Tell(message, sender), cancelable);

    protected override void InternalScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        Schedule(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable) =>
        Schedule(delay, Timeout.InfiniteTimeSpan, action, cancelable);

    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable cancelable) =>
        Schedule(delay, Timeout.InfiniteTimeSpan, action.Run, cancelable);

    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable) =>
        Schedule(initialDelay, interval, action, cancelable);

    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable cancelable) =>
        Schedule(initialDelay, interval, action.Run, cancelable);

    private void Schedule(TimeSpan delay, TimeSpan interval, Action action, ICancelable cancelable)
    {
        if (_ended)
            throw new SchedulerException("The scheduler has been shut down with its actor system.");
        if (cancelable is null || !cancelable.IsCancellationRequested)
            new Entry(this, interval, action, cancelable).Start(delay);
    }

    private sealed class Entry(TimerQueueScheduler owner, TimeSpan interval, Action action, ICancelable cancelable)
    {
        private Timer _timer;
        private CancellationTokenRegistration _registration;

        public void Start(TimeSpan delay)
        {
            _timer = new Timer(static state => ((Entry)state).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            if (cancelable is not null)
                _registration = cancelable.Token.UnsafeRegister(static state => ((Entry)state)._timer.Dispose(), this);
            try
            {
                _timer.Change(delay, interval);
            }
            catch (ObjectDisposedException)
            {
                // Cancelled between registration and start.
            }
        }

        private void Fire()
        {
            if (owner._ended || cancelable is { IsCancellationRequested: true })
            {
                End();
                return;
            }

            if (interval == Timeout.InfiniteTimeSpan)
                End();
            try
            {
                action();
            }
            catch (Exception exception)
            {
                owner.Log.Error(exception, "A scheduled action failed.");
                End();
            }
        }

        private void End()
        {
            _timer.Dispose();
            _registration.Unregister();
        }
    }
}
