namespace NasEngine.Host.Tests.Display;

/// <summary>A clock whose timers are fired by the test alone.</summary>
internal sealed class StoppedClock : TimeProvider
{
    private readonly List<FiredTimer> _timers = [];
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(_now);

    /// <summary>Lets time pass, and then each timer that is in use fire once.</summary>
    public void Pass(TimeSpan time)
    {
        _now += time.Ticks;
        foreach (var timer in _timers.ToArray())
        {
            timer.Fire();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FiredTimer(() => callback(state));
        _timers.Add(timer);
        return timer;
    }

    private sealed class FiredTimer(Action fire) : ITimer
    {
        private bool _gone;

        public void Fire()
        {
            if (!_gone)
            {
                fire();
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => _gone = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
