using System.Collections.Concurrent;
using System.Diagnostics;
using NasEngine.Contracts;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Pipeline.Workers.Processes;

/// <summary>A worker process and the pipe to it: calls out, answers in, and a watch over its life signs.</summary>
/// <param name="command">How to start the process.</param>
/// <param name="time">The clock.</param>
public sealed class WorkerConnection(WorkerCommand command, TimeProvider time) : IWorkerConnection
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<long, PendingJob> _jobs = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly WorkerErrors _errors = new();
    private Process? _process;
    private ITimer? _watch;
    private Task _exited = Task.CompletedTask;
    private Task _reading = Task.CompletedTask;
    private WorkerLost? _lost;
    private long _lastJob = Configure.Job;
    private int _silent;
    private volatile bool _heard;

    /// <summary>Who does parts of the process's jobs.</summary>
    public IHelpers Helpers { get; init; } = NoHelpers.Instance;

    /// <inheritdoc/>
    public async Task<byte[]> StartAsync(Configure configure, CancellationToken cancellation)
    {
        (_process, _exited) = WorkerProcess.Start(command);
        _process.ErrorDataReceived += (_, line) => _errors.Add(line.Data);
        _process.BeginErrorReadLine();
        _reading = Task.Run(ReadAsync, CancellationToken.None);
        _watch = time.CreateTimer(_ => Watch(), null, Tick, Tick);
        var ready = Wait(Configure.Job, null);
        await SendAsync(configure, cancellation).ConfigureAwait(false);
        return await ready.Result.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<byte[]> CallAsync(Func<long, IToWorker> message, IJobProgress? progress, CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref _lastJob);
        var job = Wait(id, progress);
        await SendAsync(message(id), CancellationToken.None).ConfigureAwait(false);
        await using var registration = cancellation.Register(() => _ = CancelAsync(id)).ConfigureAwait(false);
        return await job.Result.Task.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _watch?.Dispose();
        Lose("it was stopped");
        await _ended.CancelAsync().ConfigureAwait(false);
        if (_process is not null)
        {
            await _exited.ConfigureAwait(false);
            await _reading.ConfigureAwait(false);
            _process.Dispose();
        }

        _writing.Dispose();
        _ended.Dispose();
    }

    /// <summary>The answer to come: a pipe has no sender that a message could go back to.</summary>
    private PendingJob Wait(long id, IJobProgress? progress)
    {
        var job = new PendingJob(progress, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _jobs[id] = job;
        return _lost is { } lost ? throw lost : job;
    }

    private async Task CancelAsync(long id)
    {
        try
        {
            await SendAsync(new Cancel(id), CancellationToken.None).ConfigureAwait(false);
        }
        catch (WorkerLost)
        {
            // The job is answered by the loss already.
        }
    }

    private async Task SendAsync(IToWorker message, CancellationToken cancellation)
    {
        var frame = WorkerProtocol.Frame(message);
        await _writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var pipe = _process!.StandardInput.BaseStream;
            await pipe.WriteAsync(frame, cancellation).ConfigureAwait(false);
            await pipe.FlushAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            throw Lose(problem is IOException or ObjectDisposedException ? "its pipe is closed" : Clause.Of(problem.Message));
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            var pipe = _process!.StandardOutput.BaseStream;
            while (await WorkerProtocol.ReadAsync<IFromWorker>(pipe, _ended.Token).ConfigureAwait(false) is { } message)
            {
                Volatile.Write(ref _silent, 0);
                _heard = true;
                Take(message);
            }

            await _process.WaitForExitAsync(_ended.Token).ConfigureAwait(false);
            Lose(WorkerProcess.Ending(_process.ExitCode));
        }
        catch (OperationCanceledException)
        {
            Lose("it was stopped");
        }
        catch (Exception problem)
        {
            // Whatever it is, nobody reads the pipe any more: who waits for an answer must not wait for ever.
            Lose(Clause.Of(problem.Message));
        }
    }

    private void Take(IFromWorker message)
    {
        switch (message)
        {
            case Progress progress when _jobs.TryGetValue(progress.Job, out var job):
                job.Progress?.Report(progress.Stage, progress.DoneParts, progress.Total);
                break;
            case Done done when _jobs.TryRemove(done.Job, out var job):
                job.Result.TrySetResult(done.Result);
                break;
            case JobFailed failed when _jobs.TryRemove(failed.Job, out var job):
                job.Result.TrySetException(JobFailures.ToException(failed));
                break;
            case HelpWanted wanted:
                _ = HelpAsync(wanted);
                break;
        }
    }

    private async Task HelpAsync(HelpWanted wanted)
    {
        try
        {
            var answer = await Helpers.AskAsync(wanted.Helper, wanted.Work, _ended.Token).ConfigureAwait(false);
            await SendAsync(new Helped(wanted.Number, answer), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is WorkerLost or OperationCanceledException)
        {
            // The process that wanted it is gone.
        }
        catch (Exception problem)
        {
            // Nobody else sees it: who waits for an answer must not wait for ever.
            Lose(Clause.Of(problem.Message));
        }
    }

    /// <summary>
    /// Time is what was watched: a tick counts once, however late it comes. So neither a clock that is set nor a
    /// coordinator that was frozen, while its worker went on, makes a job look long or a worker silent.
    /// </summary>
    private void Watch()
    {
        try
        {
            Look();
        }
        catch (Exception problem)
        {
            // On a timer's thread it would end the coordinator.
            Lose(Clause.Of(problem.Message));
        }
    }

    private void Look()
    {
        var silence = _heard || command.Silence > WorkerCommand.DefaultSilence ? command.Silence : WorkerCommand.DefaultSilence;
        foreach (var job in _jobs.Values)
        {
            job.Watched += Tick;
        }

        if (Interlocked.Increment(ref _silent) * Tick > silence)
        {
            Lose($"it gave no sign of life for {silence.TotalSeconds:0} seconds");
        }
        else if (command.JobTime is { } limit && _jobs.Any(job => job.Key != Configure.Job && job.Value.Watched > limit))
        {
            Lose($"its job took longer than {limit.TotalSeconds:0} seconds");
        }
        else if (command.Memory is { } memory && WorkerProcess.ResidentBytes(_process!.Id) is var used && used > memory)
        {
            Lose($"it used {used >> 20} MiB of memory, more than the {memory >> 20} MiB allowed");
        }
    }

    private WorkerLost Lose(string reason)
    {
        var lost = new WorkerLost(_errors.Explain($"The worker process {_process?.Id} was lost: {reason}"));
        lost = Interlocked.CompareExchange(ref _lost, lost, null) ?? lost;
        WorkerProcess.Kill(_process);
        foreach (var id in _jobs.Keys)
        {
            if (_jobs.TryRemove(id, out var job))
            {
                job.Result.TrySetException(lost);
            }
        }

        return lost;
    }
}
