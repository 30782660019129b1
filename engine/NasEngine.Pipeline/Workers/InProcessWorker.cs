using NasEngine.Contracts;
using NasEngine.Pipeline.Workers.Session;
using NasEngine.Search;

namespace NasEngine.Pipeline.Workers;

/// <summary>
/// A worker in this process: for tables and tests, where a job costs less than a message to another process. A native
/// crash in it ends the search's process.
/// </summary>
public sealed class InProcessWorker(SearchSpec spec, IServices services) : IWorker
{
    private WorkerSession? _session = new(spec, services);

    /// <inheritdoc/>
    public Task<WorkerReady> StartAsync(CancellationToken cancellation) => Run(() => Session.Start());

    /// <inheritdoc/>
    public Task TrainAsync(WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) => Run(() =>
    {
        Session.Train(role, candidate, progress, cancellation);
        return true;
    });

    /// <inheritdoc/>
    public Task<Measurement> EvaluateAsync(WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        Run(() => Session.Evaluate(role, candidate, progress, cancellation));

    /// <inheritdoc/>
    public Task<CheckpointSaved> SaveAsync(long number, string folder, CancellationToken cancellation) =>
        Run(() => Session.Save(number, folder));

    /// <inheritdoc/>
    public Task<RestoredCheckpoint> RestoreAsync(string folder, IReadOnlyList<CheckpointSaved> known, CancellationToken cancellation) =>
        Run(() => Session.Restore(folder, known));

    /// <inheritdoc/>
    public Task<LatencyMeasurement> ProfileAsync(Architecture architecture, CancellationToken cancellation) =>
        Run(() => Session.Profile(architecture, cancellation));

    /// <inheritdoc/>
    public Task ExportAsync(WorkerRole role, Candidate candidate, string folder, CancellationToken cancellation) => Run(() =>
    {
        Session.Export(role, candidate, folder);
        return true;
    });

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        // Also what is left of the worker must not keep a plugin's parts.
        Interlocked.Exchange(ref _session, null)?.Dispose();
        return ValueTask.CompletedTask;
    }

    private WorkerSession Session => _session ?? throw new WorkerLost("It was stopped.");

    private static async Task<T> Run<T>(Func<T> job)
    {
        await Task.Yield();
        try
        {
            return job();
        }
        catch (Exception problem) when (problem is not (InputException or OperationCanceledException or DiskRefused))
        {
            throw new WorkerLost($"{problem.GetType().Name}: {problem.Message}", problem);
        }
    }
}
