using NasEngine.Contracts;

namespace NasEngine.Pipeline.Workers;

/// <summary>A worker whose start is behind it, until it is placed elsewhere.</summary>
internal sealed class StartedWorker(IWorker worker, WorkerReady ready) : ForwardingWorker
{
    /// <inheritdoc/>
    protected override IWorker Worker => worker;

    private WorkerReady? _ready = ready;

    public override async Task<bool> PlaceAsync(MachineWork kind, CancellationToken cancellation)
    {
        var isElsewhere = await base.PlaceAsync(kind, cancellation).ConfigureAwait(false);
        _ready = isElsewhere ? null : _ready;
        return isElsewhere;
    }

    public override Task<WorkerReady> StartAsync(string? networks, CancellationToken cancellation) =>
        Interlocked.Exchange(ref _ready, null) is { } known ? Task.FromResult(known) : base.StartAsync(networks, cancellation);
}
