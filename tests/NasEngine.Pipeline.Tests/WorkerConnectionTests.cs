using MessagePack;
using NasEngine.Contracts;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Pipeline.Tests;

/// <summary>Whatever goes wrong when a worker is listened to, who waits for its answer is told.</summary>
public sealed class WorkerConnectionTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_fault_of_any_kind_while_a_worker_is_listened_to_ends_its_job()
    {
        var spec = ToyParts.Spec();
        var configure = WorkerProtocol.Frame<IToWorker>(new Configure(WorkerProtocol.Version, spec.ToRecord(), [], null));
        var ready = Write("ready", new Done(Configure.Job, MessagePackSerializer.Serialize(new ReadyRecord(1, "cpu", 1, false, null))));
        var progress = Write("progress", new Progress(1, "training", 0, 1));
        var script = $"cat '{ready}'; head -c {configure.Length + 1} > /dev/null; cat '{progress}'; exec cat > /dev/null";
        await using var worker = new ProcessWorker(spec, [], new WorkerCommand("/bin/sh", ["-c", script]), TimeProvider.System);
        await worker.StartAsync(null, CancellationToken.None);
        var candidate = new Candidate(0, new Trial(new Architecture("toy", [0, 0]), Fidelity.Full));

        var act = () => worker.TrainAndEvaluateAsync(WorkerRole.Search, candidate, new Throwing(), CancellationToken.None)
            .WaitAsync(TimeSpan.FromMinutes(1));

        await act.Should().ThrowAsync<WorkerLost>().WithMessage("*was lost: nobody can draw this*");
    }

    private string Write(string name, IFromWorker message)
    {
        var file = Path.Combine(_workspace.Folder, name);
        File.WriteAllBytes(file, WorkerProtocol.Frame(message));
        return file;
    }

    private sealed class Throwing : IJobProgress
    {
        public void Report(string stage, long done, long total) => throw new InvalidOperationException("nobody can draw this");
    }
}
