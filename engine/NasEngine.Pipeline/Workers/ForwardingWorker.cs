using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Workers;

/// <summary>A worker that leaves all to another one.</summary>
internal abstract class ForwardingWorker(IWorker worker) : IWorker
{
    public virtual Task<WorkerReady> StartAsync(string? networks, CancellationToken cancellation) =>
        worker.StartAsync(networks, cancellation);

    public Task<Measurement> TrainAndEvaluateAsync(
        WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        worker.TrainAndEvaluateAsync(role, candidate, progress, cancellation);

    public Task<Measurement> EvaluateAsync(
        WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        worker.EvaluateAsync(role, candidate, progress, cancellation);

    public Task<CheckpointSaved> SaveAsync(long number, string folder, CancellationToken cancellation) =>
        worker.SaveAsync(number, folder, cancellation);

    public Task<RestoredCheckpoint> RestoreAsync(
        string folder, IReadOnlyList<CheckpointSaved> known, CancellationToken cancellation) =>
        worker.RestoreAsync(folder, known, cancellation);

    public Task<LatencyMeasurement> ProfileAsync(Architecture architecture, CancellationToken cancellation) =>
        worker.ProfileAsync(architecture, cancellation);

    public Task ExportAsync(WorkerRole role, Candidate candidate, string folder, CancellationToken cancellation) =>
        worker.ExportAsync(role, candidate, folder, cancellation);

    public ValueTask DisposeAsync() => worker.DisposeAsync();
}
