namespace NasEngine.Pipeline.Workers;

/// <summary>A worker whose start is behind it.</summary>
internal sealed class StartedWorker(IWorker worker, WorkerReady ready) : ForwardingWorker(worker)
{
    public override Task<WorkerReady> StartAsync(string? networks, CancellationToken cancellation) => Task.FromResult(ready);
}
