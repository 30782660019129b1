using System.Runtime.ExceptionServices;

namespace NasEngine.Networks;

/// <summary>Numbered pieces of work that several threads pick up and whose results are taken in order.</summary>
internal sealed class OrderedRun<T>(int count, Func<int, T> work, Action<int, T> take, CancellationToken cancellation)
{
    private readonly Dictionary<int, T> _waiting = [];
    private readonly Lock _order = new();
    private int _next = -1;
    private int _taken;

    /// <summary>The first failure, or null.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    /// <summary>Picks up work until there is no more, or something failed. Called once on each thread.</summary>
    public void Work()
    {
        try
        {
            for (
                var number = Interlocked.Increment(ref _next); number < count && Failure is null; number = Interlocked.Increment(ref _next))
            {
                cancellation.ThrowIfCancellationRequested();
                Take(number, work(number));
            }
        }
        catch (Exception failure)
        {
            lock (_order)
            {
                Failure ??= ExceptionDispatchInfo.Capture(failure);
            }
        }
    }

    private void Take(int number, T result)
    {
        lock (_order)
        {
            _waiting.Add(number, result);
            while (_waiting.Remove(_taken, out var ready))
            {
                cancellation.ThrowIfCancellationRequested();
                take(_taken++, ready);
            }
        }
    }
}
