namespace NasEngine.Pipeline.Actors;

/// <summary>Says once that a time has passed, however long it is; what passes while it is held does not count.</summary>
internal sealed class BudgetClock : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly TimeSpan _left;
    private readonly Action _passed;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private TimeSpan _held;
    private long? _heldSince;

    /// <summary>Starts it.</summary>
    public BudgetClock(TimeProvider time, TimeSpan left, Action passed)
    {
        (_time, _start, _left, _passed) = (time, time.GetTimestamp(), left, passed);
        _timer = time.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Look();
    }

    public void Dispose() => _timer.Dispose();

    /// <summary>Holds it, until <see cref="GoOn"/>.</summary>
    public void Hold()
    {
        lock (_lock)
        {
            _heldSince ??= _time.GetTimestamp();
        }
    }

    /// <summary>Lets it go on.</summary>
    public void GoOn()
    {
        lock (_lock)
        {
            _held += _heldSince is { } since ? _time.GetElapsedTime(since) : TimeSpan.Zero;
            _heldSince = null;
        }

        Look();
    }

    private TimeSpan? Left()
    {
        lock (_lock)
        {
            return _heldSince is null ? _left - (_time.GetElapsedTime(_start) - _held) : null;
        }
    }

    private void Look()
    {
        if (Left() is not { } left)
        {
            return; // Whoever holds it lets it look again.
        }

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
