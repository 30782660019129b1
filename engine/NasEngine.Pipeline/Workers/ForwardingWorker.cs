using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Workers;

/// <summary>A worker that leaves all to another one.</summary>
public abstract class ForwardingWorker : IWorker
{
    /// <summary>The one that it leaves all to.</summary>
    protected abstract IWorker Worker { get; }

    /// <inheritdoc/>
    public virtual NodeRef? Node => Worker.Node;

    /// <inheritdoc/>
    public virtual Task<bool> PlaceAsync(MachineWork kind, CancellationToken cancellation) => Worker.PlaceAsync(kind, cancellation);

    /// <inheritdoc/>
    public Task<Exception> BlameAsync(InputException problem) => Worker.BlameAsync(problem);

    /// <inheritdoc/>
    public virtual Task<WorkerReady> StartAsync(string? networks, CancellationToken cancellation) =>
        Worker.StartAsync(networks, cancellation);

    /// <inheritdoc/>
    public virtual Task<Measurement> TrainAndEvaluateAsync(
        WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        Worker.TrainAndEvaluateAsync(role, candidate, progress, cancellation);

    /// <inheritdoc/>
    public Task<Measurement> EvaluateAsync(
        WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        Worker.EvaluateAsync(role, candidate, progress, cancellation);

    /// <inheritdoc/>
    public Task<CheckpointSaved> SaveAsync(long number, string folder, CancellationToken cancellation) =>
        Worker.SaveAsync(number, folder, cancellation);

    /// <inheritdoc/>
    public Task<RestoredCheckpoint> RestoreAsync(
        string folder, IReadOnlyList<CheckpointSaved> known, CancellationToken cancellation) =>
        Worker.RestoreAsync(folder, known, cancellation);

    /// <inheritdoc/>
    public virtual Task<LatencyMeasurement> ProfileAsync(Architecture architecture, CancellationToken cancellation) =>
        Worker.ProfileAsync(architecture, cancellation);

    /// <inheritdoc/>
    public Task ExportAsync(WorkerRole role, Candidate candidate, string folder, CancellationToken cancellation) =>
        Worker.ExportAsync(role, candidate, folder, cancellation);

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync() => Worker.DisposeAsync();
}
