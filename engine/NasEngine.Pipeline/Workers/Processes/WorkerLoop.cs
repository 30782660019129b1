using System.Collections.Concurrent;
using MessagePack;
using NasEngine.Contracts;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Workers.Helping;
using NasEngine.Pipeline.Workers.Protocol;
using NasEngine.Pipeline.Workers.Session;
using NasEngine.Search;

namespace NasEngine.Pipeline.Workers.Processes;

/// <summary>
/// The worker's side of the pipe: jobs one after another on the calling thread, messages in and life signs out on
/// others. Ends when the pipe does.
/// </summary>
/// <param name="input">What the coordinator says.</param>
/// <param name="output">What the worker says.</param>
/// <param name="open">Opens the plugins that the coordinator names.</param>
/// <param name="time">The clock.</param>
public sealed class WorkerLoop(Stream input, Stream output, Func<IReadOnlyList<PluginRecord>, IServices> open, TimeProvider time)
{
    private readonly BlockingCollection<IToWorker> _inbox = [];
    private readonly ConcurrentDictionary<long, CancellationTokenSource> _cancelled = new();
    private readonly Lock _writing = new();
    private PipeHelpers? _helpers;
    private long _beats;

    /// <summary>
    /// Runs until the coordinator closes the pipe. <paramref name="abandon"/> is called then, also in the middle of a job.
    /// </summary>
    public void Run(Action abandon)
    {
        _helpers = new PipeHelpers(Send);
        using var beat = time.CreateTimer(_ => Send(new Heartbeat(++_beats)), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        _ = Task.Run(() => ReadAsync(abandon));
        WorkerSession? session = null;
        foreach (var message in _inbox.GetConsumingEnumerable())
        {
            if (message is Configure configure)
            {
                session = Answer(Configure.Job, () => Open(configure));
            }
            else if (session is not null)
            {
                Work(session, message);
            }
        }

        session?.Dispose();
    }

    private WorkerSession Open(Configure configure)
    {
        if (configure.Version != WorkerProtocol.Version)
        {
            throw new InputException(
                $"The worker speaks version {WorkerProtocol.Version} of the protocol, the coordinator {configure.Version}; use "
                + "the same program for both.");
        }

        var session = new WorkerSession(configure.Spec.ToSpec(), open(configure.Plugins)) { Helpers = _helpers! };
        var ready = session.Start(configure.Networks);
        var record = new ReadyRecord(
            ready.Pid, ready.Device, ready.Threads, ready.Stateful, ready.DataHash, [.. ready.Remarks], ready.Classes,
            ready.PlansByBudget, new(ready.Files), ready.Metrics?.ToArray());
        Send(new Done(Configure.Job, RecordBytes.Write(record)));
        return session;
    }

    private void Work(WorkerSession session, IToWorker message)
    {
        switch (message)
        {
            case Assign job:
                Reply(job.Job, cancellation => Run(session, job, cancellation));
                break;
            case Help job:
                Reply(job.Job, cancellation => session.Help(job.Work, Progress(job.Job), cancellation));
                break;
            case SaveState job:
                Reply(job.Job, _ => session.Save(job.Number, job.Folder) is var saved
                    ? new CheckpointRecord(saved.Number, saved.File, saved.Sha256) : null);
                break;
            case RestoreState job:
                CheckpointSaved[] known = [.. job.Known.Select(saved => new CheckpointSaved(saved.Number, saved.File, saved.Sha256))];
                Reply(job.Job, _ => session.Restore(job.Folder, known) is var restored
                    ? new RestoredRecord(restored.Number, [.. restored.Damaged]) : null);
                break;
            case ProfileNetwork job:
                Reply(job.Job, cancellation => session
                    .Profile(RecordMap.Architecture(session.Space, job.Architecture), cancellation).ToRecord());
                break;
            case ExportNetwork job:
                Reply(job.Job, _ =>
                {
                    session.Export(job.Role, job.Candidate.ToCandidate(session.Space), job.Folder);
                    return true;
                });
                break;
        }
    }

    private MeasurementRecord Run(WorkerSession session, Assign job, CancellationToken cancellation)
    {
        var (candidate, progress) = (job.Candidate.ToCandidate(session.Space), Progress(job.Job));
        _helpers!.Count = job.Helpers;
        if (!job.IsTrained)
        {
            session.Train(job.Role, candidate, progress, cancellation);
        }

        return session.Evaluate(job.Role, candidate, progress, cancellation).ToRecord();
    }

    private void Reply<T>(long job, Func<CancellationToken, T> work) => Answer(job, () =>
    {
        var cancellation = _cancelled.GetOrAdd(job, _ => new CancellationTokenSource());
        var result = work(cancellation.Token);
        Send(new Done(job, RecordBytes.Write(result)));
        return result;
    });

    private T? Answer<T>(long job, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception problem)
        {
            var kind = JobFailures.KindOf(problem);
            Send(new JobFailed(job, kind, kind == JobFailure.Fault
                ? $"{problem.GetType().Name}: {Clause.Of(problem.Message)}{GuestFrame.Of(problem)}."
                : problem.Message));
            return default;
        }
        finally
        {
            _cancelled.TryRemove(job, out _);
        }
    }

    private async Task ReadAsync(Action abandon)
    {
        try
        {
            while (await WorkerProtocol.ReadAsync<IToWorker>(input, CancellationToken.None).ConfigureAwait(false) is { } message)
            {
                if (message is Cancel cancel)
                {
                    _cancelled.GetOrAdd(cancel.Job, _ => new CancellationTokenSource()).Cancel();
                }
                else if (message is Helped helped)
                {
                    _helpers!.Take(helped);
                }
                else
                {
                    _inbox.Add(message);
                }
            }
        }
        finally
        {
            _inbox.CompleteAdding();
            abandon();
        }
    }

    private PipeProgress Progress(long job) => new(this, job);

    private void Send(IFromWorker message)
    {
        var frame = WorkerProtocol.Frame(message);
        try
        {
            lock (_writing)
            {
                output.Write(frame);
                output.Flush();
            }
        }
        catch (IOException)
        {
            // The coordinator is gone; the reading side ends the worker.
        }
    }

    private sealed class PipeProgress(WorkerLoop loop, long job) : IJobProgress
    {
        public void Report(string stage, long done, long total) => loop.Send(new Protocol.Progress(job, stage, done, total));
    }
}
