using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Workers;

/// <summary>
/// A worker that is where its work may be done: when there is work for other machines than the one that it is on, it ends there and is
/// started where it may be done. While it waits for a place it has none, so that nobody waits for it in turn.
/// </summary>
/// <param name="places">Which machines may do what.</param>
/// <param name="create">Makes one on a machine that may do work of a kind.</param>
public sealed class PlacedWorker(WorkPlaces places, Func<MachineWork, IWorker> create) : ForwardingWorker
{
    private readonly Lock _lock = new();
    private IWorker? _here;
    private MachineWork _kind;
    private bool _ended;

    /// <inheritdoc/>
    public override NodeRef? Node => _here?.Node;

    /// <inheritdoc/>
    protected override IWorker Worker => _here ?? throw new WorkerLost("it has no machine");

    /// <inheritdoc/>
    public override async Task<bool> PlaceAsync(MachineWork kind, CancellationToken cancellation)
    {
        if (_here is not null && places.Of(_kind).Have(places.Of(kind)))
        {
            return false;
        }

        await LeaveAsync().ConfigureAwait(false);
        await Begin(kind).PlaceAsync(kind, cancellation).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _ended = true;
        }

        return LeaveAsync();
    }

    /// <summary>It may be ended while it moves.</summary>
    private IWorker Begin(MachineWork kind)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_ended, this);
            (_here, _kind) = (create(kind), kind);
            return _here;
        }
    }

    private ValueTask LeaveAsync() => Interlocked.Exchange(ref _here, null)?.DisposeAsync() ?? ValueTask.CompletedTask;
}
