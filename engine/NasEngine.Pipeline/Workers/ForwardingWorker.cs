using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Workers;

/// <summary>A worker that leaves all to another one.</summary>
public abstract class ForwardingWorker(IWorker worker) : IWorker
{
    /// <inheritdoc/>
    public NodeRef? Node => worker.Node;

    /// <inheritdoc/>
    public virtual Task<bool> PlaceAsync(MachineWork kind, CancellationToken cancellation) => worker.PlaceAsync(kind, cancellation);

    /// <inheritdoc/>
    public Task<Exception> BlameAsync(InputException problem) => worker.BlameAsync(problem);

    /// <inheritdoc/>
    public virtual Task<WorkerReady> StartAsync(string? networks, CancellationToken cancellation) =>
        worker.StartAsync(networks, cancellation);

    /// <inheritdoc/>
    public virtual Task<Measurement> TrainAndEvaluateAsync(
        WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        worker.TrainAndEvaluateAsync(role, candidate, progress, cancellation);

    /// <inheritdoc/>
    public Task<Measurement> EvaluateAsync(
        WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        worker.EvaluateAsync(role, candidate, progress, cancellation);

    /// <inheritdoc/>
    public Task<CheckpointSaved> SaveAsync(long number, string folder, CancellationToken cancellation) =>
        worker.SaveAsync(number, folder, cancellation);

    /// <inheritdoc/>
    public Task<RestoredCheckpoint> RestoreAsync(
        string folder, IReadOnlyList<CheckpointSaved> known, CancellationToken cancellation) =>
        worker.RestoreAsync(folder, known, cancellation);

    /// <inheritdoc/>
    public virtual Task<LatencyMeasurement> ProfileAsync(Architecture architecture, CancellationToken cancellation) =>
        worker.ProfileAsync(architecture, cancellation);

    /// <inheritdoc/>
    public Task ExportAsync(WorkerRole role, Candidate candidate, string folder, CancellationToken cancellation) =>
        worker.ExportAsync(role, candidate, folder, cancellation);

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync() => worker.DisposeAsync();
}
