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
    private readonly Lock _running = new();
    private WorkerSession? _session = new(spec, services);

    /// <inheritdoc/>
    public Task<WorkerReady> StartAsync(string? networks, CancellationToken cancellation) => Run(session => session.Start(networks));

    /// <inheritdoc/>
    public Task<Measurement> EvaluateAsync(WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        Run(session => session.Evaluate(role, candidate, progress, cancellation));

    /// <inheritdoc/>
    public Task<Measurement> TrainAndEvaluateAsync(
        WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        Run(session =>
        {
            session.Train(role, candidate, progress, cancellation);
            return session.Evaluate(role, candidate, progress, cancellation);
        });

    /// <inheritdoc/>
    public Task<CheckpointSaved> SaveAsync(long number, string folder, CancellationToken cancellation) =>
        Run(session => session.Save(number, folder));

    /// <inheritdoc/>
    public Task<RestoredCheckpoint> RestoreAsync(string folder, IReadOnlyList<CheckpointSaved> known, CancellationToken cancellation) =>
        Run(session => session.Restore(folder, known));

    /// <inheritdoc/>
    public Task<LatencyMeasurement> ProfileAsync(Architecture architecture, CancellationToken cancellation) =>
        Run(session => session.Profile(architecture, cancellation));

    /// <inheritdoc/>
    public Task ExportAsync(WorkerRole role, Candidate candidate, string folder, CancellationToken cancellation) => Run(session =>
    {
        session.Export(role, candidate, folder);
        return true;
    });

    /// <summary>Ends it. What runs is let to its end first: its tensors are not taken from under it.</summary>
    public async ValueTask DisposeAsync()
    {
        // Also what is left of the worker must not keep a plugin's parts.
        if (Interlocked.Exchange(ref _session, null) is { } session)
        {
            await Task.Run(() =>
            {
                lock (_running)
                {
                    session.Dispose();
                }
            }).ConfigureAwait(false);
        }
    }

    private async Task<T> Run<T>(Func<WorkerSession, T> job)
    {
        await Task.Yield();
        try
        {
            lock (_running)
            {
                return job(_session ?? throw new WorkerLost("It was stopped."));
            }
        }
        catch (Exception problem) when (problem is not (InputException or OperationCanceledException or DiskRefused or WorkerLost))
        {
            throw new WorkerLost($"{problem.GetType().Name}: {problem.Message}", problem);
        }
    }
}
