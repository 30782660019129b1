using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Workers;

/// <summary>
/// A worker that is where its work may be done: when there is work for other machines than the one that it is on, it ends there and is
/// started where it may be done. While it waits for a place it has none, so that nobody waits for it in turn.
/// </summary>
/// <param name="places">Which machines may do what.</param>
/// <param name="create">Makes one on a machine that may do work of a kind.</param>
public sealed class PlacedWorker(WorkPlaces places, Func<MachineWork, IWorker> create) : IWorker
{
    private readonly Lock _lock = new();
    private IWorker? _here;
    private MachineWork _kind;
    private bool _ended;

    /// <inheritdoc/>
    public NodeRef? Node => _here?.Node;

    private IWorker Here => _here ?? throw new WorkerLost("it has no machine");

    /// <inheritdoc/>
    public async Task<bool> PlaceAsync(MachineWork kind, CancellationToken cancellation)
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
    public Task<Exception> BlameAsync(InputException problem) => Here.BlameAsync(problem);

    /// <inheritdoc/>
    public Task<WorkerReady> StartAsync(string? networks, CancellationToken cancellation) => Here.StartAsync(networks, cancellation);

    /// <inheritdoc/>
    public Task<Measurement> TrainAndEvaluateAsync(
        WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        Here.TrainAndEvaluateAsync(role, candidate, progress, cancellation);

    /// <inheritdoc/>
    public Task<Measurement> EvaluateAsync(
        WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        Here.EvaluateAsync(role, candidate, progress, cancellation);

    /// <inheritdoc/>
    public Task<CheckpointSaved> SaveAsync(long number, string folder, CancellationToken cancellation) =>
        Here.SaveAsync(number, folder, cancellation);

    /// <inheritdoc/>
    public Task<RestoredCheckpoint> RestoreAsync(
        string folder, IReadOnlyList<CheckpointSaved> known, CancellationToken cancellation) =>
        Here.RestoreAsync(folder, known, cancellation);

    /// <inheritdoc/>
    public Task<LatencyMeasurement> ProfileAsync(Architecture architecture, CancellationToken cancellation) =>
        Here.ProfileAsync(architecture, cancellation);

    /// <inheritdoc/>
    public Task ExportAsync(WorkerRole role, Candidate candidate, string folder, CancellationToken cancellation) =>
        Here.ExportAsync(role, candidate, folder, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
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
