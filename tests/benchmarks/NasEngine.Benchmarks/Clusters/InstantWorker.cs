using NasEngine.Contracts;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Benchmarks.Clusters;

/// <summary>A worker whose jobs take no time.</summary>
internal sealed class InstantWorker : IWorkerConnection
{
    public Task<byte[]> StartAsync(Configure configure, CancellationToken cancellation) =>
        Task.FromResult(RecordBytes.Write(new ReadyRecord(1, "cpu", 1, false, null)));

    public Task<byte[]> CallAsync(Func<long, IToWorker> message, IJobProgress? progress, CancellationToken cancellation) =>
        Task.FromResult(RecordBytes.Write(true));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
