using NasEngine.Contracts;

namespace NasEngine.Pipeline.Actors;

/// <summary>
/// Watches calls with one timer for all of them. A call that neither ends nor says how far it is while it is looked at so many
/// times is given up. A look counts once, however late it comes: a coordinator that was frozen takes nobody for stuck. A call that is
/// given up cannot be ended; its thread goes with the process.
/// </summary>
internal sealed class Watchdog
{
    private const int Looks = 10;

    private readonly Lock _lock = new();
    private readonly List<IWatched> _calls = [];
    private readonly Func<TimeSpan> _limit;
    private readonly Action<IWatched> _ended;
    private readonly ITimer _timer;
    private bool _waits;

    /// <summary>A watch with a limit, which may change.</summary>
    public Watchdog(Func<TimeSpan> limit, TimeProvider time)
    {
        _limit = limit;
        _ended = End;
        _timer = time.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether a look counts for nothing now.</summary>
    public Func<bool> Pauses { get; init; } = () => false;

    /// <summary>Runs a call.</summary>
    /// <param name="call">The call; what it is given counts as a sign of life.</param>
    /// <param name="progress">Who else is told how far it is.</param>
    /// <exception cref="CallGivenUp">It said nothing for longer than the limit.</exception>
    public Task<T> RunAsync<T>(Func<IJobProgress, Task<T>> call, IJobProgress progress)
    {
        var watched = new WatchedCall<T>(progress, _ended);
        Begin(watched);
        return watched.Run(call);
    }

    private void Begin(IWatched call)
    {
        lock (_lock)
        {
            _calls.Add(call);
            Wait();
        }
    }

    private void End(IWatched call)
    {
        lock (_lock)
        {
            _calls.Remove(call);
        }
    }

    private void Look()
    {
        IWatched[] late;
        lock (_lock)
        {
            late = Pauses() ? [] : [.. _calls.Where(call => call.LooksWithoutAWord() >= Looks)];
            _calls.RemoveAll(late.Contains);
            _waits = false;
            Wait();
        }

        foreach (var call in late)
        {
            call.GiveUp(_limit());
        }
    }

    /// <summary>The timer runs while there is something to look at, and is set once per look, not per call.</summary>
    private void Wait()
    {
        if (!_waits && _calls.Count > 0)
        {
            _waits = true;
            _timer.Change(_limit() / Looks, Timeout.InfiniteTimeSpan);
        }
    }
}
