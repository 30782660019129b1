namespace NasEngine.Pipeline.Actors;

/// <summary>Says once that a time has passed, however long it is.</summary>
internal sealed class BudgetClock : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly TimeSpan _left;
    private readonly Action _passed;
    private readonly ITimer _timer;

    /// <summary>Starts it.</summary>
    public BudgetClock(TimeProvider time, TimeSpan left, Action passed)
    {
        (_time, _start, _left, _passed) = (time, time.GetTimestamp(), left, passed);
        _timer = time.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Look();
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var left = _left - _time.GetElapsedTime(_start);
        if (left <= TimeSpan.Zero)
        {
            _passed();
        }
        else
        {
            // A timer cannot be set for more than some weeks, and may be early by a little.
            var wait = left < Longest ? left + TimeSpan.FromMilliseconds(1) : Longest;
            _timer.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }
}
