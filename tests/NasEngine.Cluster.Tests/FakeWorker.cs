using System.Collections.Concurrent;
using NasEngine.Contracts;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Cluster.Tests;

/// <summary>A worker of a node without a process: says that it is ready, and leaves a file where a job names a folder.</summary>
internal sealed class FakeWorker : IWorkerConnection
{
    /// <summary>What the workers of a test were told.</summary>
    public ConcurrentQueue<IToWorker> Told { get; init; } = new();

    /// <summary>Holds back every job until it is set.</summary>
    public Task Gate { get; init; } = Task.CompletedTask;

    /// <summary>Why it does not start; null where it does.</summary>
    public Exception? Unfit { get; init; }

    /// <summary>Whether its process has died.</summary>
    public bool IsDead { get; set; }

    /// <summary>It was given a job.</summary>
    public Task Began => _began.Task;

    /// <summary>It has done one.</summary>
    public Task Done => _done.Task;

    public bool IsDisposed { get; private set; }

    public string NetworksSeen { get; private set; } = "";

    private string? Networks { get; set; }

    private readonly TaskCompletionSource _began = new(), _done = new();

    public Task<byte[]> StartAsync(Configure configure, CancellationToken cancellation)
    {
        Told.Enqueue(configure);
        if (Unfit is { } problem)
        {
            throw problem;
        }

        Networks = configure.Networks;
        return Task.FromResult(RecordBytes.Write(new ReadyRecord(1, "cpu", 1, false, null)));
    }

    public async Task<byte[]> CallAsync(Func<long, IToWorker> message, IJobProgress? progress, CancellationToken cancellation)
    {
        if (IsDead)
        {
            throw new WorkerLost("it was killed");
        }

        var job = message(1);
        Told.Enqueue(job);
        _began.TrySetResult();
        await Gate.WaitAsync(cancellation);
        switch (job)
        {
            case ExportNetwork export:
                Directory.CreateDirectory(Path.Combine(export.Folder, "inner"));
                await File.WriteAllTextAsync(Path.Combine(export.Folder, "inner", "weights"), "exported", cancellation);
                return RecordBytes.Write(true);
            case Assign { Candidate: { Number: var number, Work: TrialRecord { Parent: var parent } } }:
                NetworksSeen = parent is null ? "" : await File.ReadAllTextAsync(Directory.GetFiles(Networks!, $"{parent:D10}-*").Single(), cancellation);
                await File.WriteAllTextAsync(Path.Combine(Networks!, $"{number:D10}-hash.network"), $"weights of {number}", cancellation);
                progress!.Report("training", 1, 2);
                _done.TrySetResult();
                return RecordBytes.Write(new MeasurementRecord(new() { ["accuracy"] = number }, [], null, null));
            case Help help:
                progress!.Report("its part", 1, 2);
                return RecordBytes.Write<byte[]>([.. help.Work.Reverse()]);
            default:
                throw new DiskRefused("the disk is full");
        }
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }
}
