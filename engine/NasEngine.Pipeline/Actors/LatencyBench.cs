using NasEngine.Contracts;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Pipeline.Actors;

/// <summary>The worker that measures latencies for a search whose networks are trained elsewhere. One measurement at a time.</summary>
/// <param name="create">Makes one.</param>
/// <param name="jobs">Watches its calls.</param>
internal sealed class LatencyBench(Func<IWorker> create, JobWatch jobs)
{
    /// <summary>Machines that may be lost in a row.</summary>
    private const int LostAtMost = 10;

    private IWorker? _worker;
    private Task? _started;

    /// <summary>Asks for its machine, so that who waits for none knows it early.</summary>
    public void Begin(CancellationToken cancellation) => _started = StartAsync(cancellation);

    /// <summary>Has a latency measured; when the machine is lost, on another one.</summary>
    /// <param name="measure">Measures it on the worker.</param>
    /// <param name="lost">Told of machines that are lost.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    public async Task<LatencyMeasurement> MeasureAsync(
        Func<IWorker, Task<LatencyMeasurement>> measure, Action<string> lost, CancellationToken cancellation)
    {
        for (var times = 1; ; times++)
        {
            try
            {
                await (_started ??= StartAsync(cancellation)).ConfigureAwait(false);
                return await measure(_worker!).ConfigureAwait(false);
            }
            catch (WorkerLost problem)
            {
                await EndAsync().ConfigureAwait(false);
                if (problem.Node is null || times >= LostAtMost)
                {
                    throw;
                }

                lost($"{Clause.Of(problem.Message)}; the latency is measured elsewhere.");
            }
        }
    }

    /// <summary>Ends it.</summary>
    public async Task EndAsync()
    {
        _started = null;
        if (Interlocked.Exchange(ref _worker, null) is { } worker)
        {
            await worker.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        var worker = _worker = create();
        await worker.PlaceAsync(MachineWork.Latency, cancellation).ConfigureAwait(false);
        await jobs.RunAsync(() => worker.StartAsync(networks: null, cancellation)).ConfigureAwait(false);
    }
}
