namespace NasEngine.Pipeline.Sharing;

/// <summary>
/// The machine that searches of one process share. A job takes the part of it that it has when its search runs alone: one of as many as
/// the search has workers. A part that comes free goes to the search that holds the least just then, of equal ones to the one that was
/// served longest ago; so all that wait hold as much of it as each other, and where one job fills it, jobs take turns. A job that wants
/// more than is free is waited for: nobody passes it. A search that is alone never waits. Safe from several threads.
/// </summary>
public sealed class Machine
{
    /// <summary>The whole of it, in units; divisible by every number of workers up to 16.</summary>
    internal const int Whole = 720_720;

    private readonly Lock _lock = new();
    private readonly List<Waiting> _waiting = [];
    private int _free = Whole;
    private long _served;

    /// <summary>A search begins to share it.</summary>
    /// <param name="workers">Workers that it has side by side, at least 1.</param>
    public MachineShare Join(int workers) => new(this, Math.Max(1, Whole / workers));

    internal ValueTask<IDisposable> EnterAsync(MachineShare share, int units, CancellationToken cancellation)
    {
        Waiting waiting;
        lock (_lock)
        {
            if (_waiting.Count == 0 && units <= _free)
            {
                return ValueTask.FromResult(Take(share, units));
            }

            waiting = new Waiting(share, units);
            _waiting.Add(waiting);
        }

        return new ValueTask<IDisposable>(WaitAsync(waiting, cancellation));
    }

    private async Task<IDisposable> WaitAsync(Waiting waiting, CancellationToken cancellation)
    {
        await using var registration = cancellation.Register(() => GiveUp(waiting, cancellation)).ConfigureAwait(false);
        return await waiting.Place.Task.ConfigureAwait(false);
    }

    private void GiveUp(Waiting waiting, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_waiting.Remove(waiting))
            {
                waiting.Place.TrySetCanceled(cancellation);
                Grant(); // Those behind it may find room.
            }
        }
    }

    private IDisposable Take(MachineShare share, int units)
    {
        (share.Held, share.Served, _free) = (share.Held + units, ++_served, _free - units);
        return new Place(this, share, units);
    }

    private void Leave(MachineShare share, int units)
    {
        lock (_lock)
        {
            (share.Held, _free) = (share.Held - units, _free + units);
            Grant();
        }
    }

    private void Grant()
    {
        while (_waiting.MinBy(one => (one.Share.Held, one.Share.Served)) is { } next && next.Units <= _free)
        {
            _waiting.Remove(next);
            next.Place.TrySetResult(Take(next.Share, next.Units));
        }
    }

    private sealed record Waiting(MachineShare Share, int Units)
    {
        public TaskCompletionSource<IDisposable> Place { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Place(Machine machine, MachineShare share, int units) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                machine.Leave(share, units);
            }
        }
    }
}
