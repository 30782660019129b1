using MessagePack;
using NasEngine.Contracts;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Workers.Helping;
using NasEngine.Pipeline.Workers.Protocol;
using NasEngine.Search;

namespace NasEngine.Pipeline.Workers.Processes;

/// <summary>A worker in another process: a crash, a hang or an out-of-memory kill of it costs one job, not the search.</summary>
/// <param name="spec">The search.</param>
/// <param name="plugins">The plugins it runs on.</param>
/// <param name="connection">The process and the way to it; ends with this.</param>
/// <param name="helpers">Who does parts of the steps of a supernet; ends with this. Null for nobody.</param>
public sealed class ProcessWorker(
    SearchSpec spec, IReadOnlyList<PluginRecord> plugins, IWorkerConnection connection, StepHelpers? helpers = null) : IHelpingWorker
{
    /// <summary>One in a child process.</summary>
    /// <param name="spec">The search.</param>
    /// <param name="plugins">The plugins it runs on.</param>
    /// <param name="command">How to start the process.</param>
    /// <param name="time">The clock.</param>
    /// <param name="helpers">Who does parts of the steps of a supernet; ends with this. Null for nobody.</param>
    public ProcessWorker(
        SearchSpec spec, IReadOnlyList<PluginRecord> plugins, WorkerCommand command, TimeProvider time, StepHelpers? helpers = null)
        : this(spec, plugins, new WorkerConnection(command, time) { Helpers = (IHelpers?)helpers ?? NoHelpers.Instance }, helpers)
    {
    }

    /// <inheritdoc/>
    public NodeRef? Node => connection.Node;

    /// <inheritdoc/>
    public async Task<bool> PlaceAsync(MachineWork kind, CancellationToken cancellation)
    {
        await connection.PlaceAsync(cancellation).ConfigureAwait(false);
        return false;
    }

    /// <inheritdoc/>
    public Task<Exception> BlameAsync(InputException problem) => connection.BlameAsync(problem);

    /// <inheritdoc/>
    public async Task<WorkerReady> StartAsync(string? networks, CancellationToken cancellation)
    {
        var configure = new Configure(WorkerProtocol.Version, spec.ToRecord(), [.. plugins], networks);
        var ready = Read<ReadyRecord>(await connection.StartAsync(configure, cancellation).ConfigureAwait(false));
        return new WorkerReady(ready.Pid, ready.Device, ready.Threads, ready.Stateful, ready.DataHash)
        {
            Remarks = ready.Remarks ?? [],
            Files = ready.Files ?? [],
            Classes = ready.Classes,
            PlansByBudget = ready.PlansByBudget,
            Metrics = ready.Metrics,
        };
    }

    /// <inheritdoc/>
    public Task<Measurement> EvaluateAsync(WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        MeasureAsync(isTrained: true, role, candidate, progress, cancellation);

    /// <inheritdoc/>
    public Task<Measurement> TrainAndEvaluateAsync(
        WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        MeasureAsync(isTrained: false, role, candidate, progress, cancellation);

    /// <inheritdoc/>
    public async Task<CheckpointSaved> SaveAsync(long number, string folder, CancellationToken cancellation)
    {
        var saved = await CallAsync<CheckpointRecord>(job => new SaveState(job, number, folder), null, cancellation).ConfigureAwait(false);
        return new CheckpointSaved(saved.Number, saved.File, saved.Sha256);
    }

    /// <inheritdoc/>
    public async Task<RestoredCheckpoint> RestoreAsync(string folder, IReadOnlyList<CheckpointSaved> known, CancellationToken cancellation)
    {
        CheckpointRecord[] records = [.. known.Select(saved => new CheckpointRecord(saved.Number, saved.File, saved.Sha256))];
        var restored = await CallAsync<RestoredRecord>(job => new RestoreState(job, folder, records), null, cancellation)
            .ConfigureAwait(false);
        return new RestoredCheckpoint(restored.Number, restored.Damaged);
    }

    /// <inheritdoc/>
    public async Task<LatencyMeasurement> ProfileAsync(Architecture architecture, CancellationToken cancellation) =>
        (await CallAsync<LatencyRecord>(job => new ProfileNetwork(job, RecordMap.Values(architecture)), null, cancellation)
            .ConfigureAwait(false)).ToLatency();

    /// <inheritdoc/>
    public Task<byte[]> HelpAsync(byte[] work, IJobProgress? progress, CancellationToken cancellation) =>
        CallAsync<byte[]>(job => new Help(job, work), progress, cancellation);

    /// <inheritdoc/>
    public Task ExportAsync(WorkerRole role, Candidate candidate, string folder, CancellationToken cancellation) =>
        connection.CallAsync(job => new ExportNetwork(job, role, candidate.ToRecord(), folder), null, cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync().ConfigureAwait(false);
        await (helpers?.DisposeAsync() ?? ValueTask.CompletedTask).ConfigureAwait(false);
    }

    private async Task<Measurement> MeasureAsync(
        bool isTrained, WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        var record = await CallAsync<MeasurementRecord>(
            job => new Assign(job, role, isTrained, candidate.ToRecord(), HelpersOf(candidate)), progress, cancellation)
            .ConfigureAwait(false);
        return record.ToMeasurement();
    }

    private int HelpersOf(Candidate candidate) => candidate.Work is SupernetStep ? helpers?.Count ?? 0 : 0;

    private async Task<T> CallAsync<T>(Func<long, IToWorker> message, IJobProgress? progress, CancellationToken cancellation) =>
        Read<T>(await connection.CallAsync(message, progress, cancellation).ConfigureAwait(false));

    private static T Read<T>(byte[] result)
    {
        try
        {
            return RecordBytes.Read<T>(result);
        }
        catch (MessagePackSerializationException problem)
        {
            throw new WorkerLost("a worker's answer cannot be read", problem);
        }
    }
}
