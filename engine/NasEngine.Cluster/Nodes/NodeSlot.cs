using Akka.Actor;
using MessagePack;
using NasEngine.Cluster.Contents;
using NasEngine.Cluster.Messages;
using NasEngine.Contracts;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Cluster.Nodes;

/// <summary>
/// Room for one worker process of a node. A job that comes twice is done once; an answer is said until it was taken. Without a coordinator
/// the worker goes on with its job and keeps what came of it: whoever asks for the same work next has it. Safe from several threads.
/// </summary>
internal sealed class NodeSlot(int slot, NodeOptions options, ContentShelf shelf, ContentCache cache)
{
    /// <summary>No lease, and not free.</summary>
    private const long Ending = -1;

    private readonly Lock _lock = new();
    private readonly HashSet<long> _seen = [];
    private readonly SortedDictionary<long, SlotJob> _jobs = [];
    private (ActorSystem System, IActorRef Actor)? _node;
    private SlotWorker? _worker;
    private SlotJob? _ready;
    private SlotJob? _last;
    private KeptStart? _kept;
    private Task _before = Task.CompletedTask;
    private bool _ending;
    private long _alone;

    /// <summary>The lease that it works for; 0 when it is free.</summary>
    public long Lease { get; private set; }

    /// <summary>Whether the worker that was told to end has ended.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>What a beat says of it.</summary>
    public SlotRecord Record
    {
        get
        {
            lock (_lock)
            {
                return new SlotRecord(slot, _ending && Lease == 0 ? Ending : Lease, [.. _jobs.Keys], Unclaimed?.Key);
            }
        }
    }

    /// <summary>Answers that were not taken yet.</summary>
    public IReadOnlyList<FromSlot> NotTaken
    {
        get
        {
            lock (_lock)
            {
                return [.. _jobs.Values.Select(job => job.Answer).OfType<FromSlot>()];
            }
        }
    }

    /// <summary>The last job of the worker, where the present lease did not ask for it.</summary>
    private SlotJob? Unclaimed => _last is { Failed: false, IsAsked: false } ? _last : null;

    /// <summary>The node has a coordinator, or looks for one.</summary>
    public void Attach(ActorSystem system, IActorRef actor)
    {
        lock (_lock)
        {
            _node = (system, actor);
        }
    }

    /// <summary>The coordinator is gone.</summary>
    public void Detach()
    {
        lock (_lock)
        {
            _node = null;
            Leave();
        }
    }

    /// <summary>A message for its worker.</summary>
    public void Take(ToSlot message, IActorRef sender)
    {
        lock (_lock)
        {
            if (_ending || BodyOf(message) is not { } body)
            {
                return;
            }

            if (Lease == 0 && body is Configure configure)
            {
                Begin(message, configure, new ContentSource(_node!.Value.System, sender));
            }
            else if (Lease == message.Lease && body is Cancel)
            {
                _jobs.GetValueOrDefault(message.Job)?.Cancelled.Cancel();
            }
            else if (Lease == message.Lease && _seen.Add(message.Job))
            {
                Do(message, body);
            }
        }
    }

    /// <summary>An answer was taken.</summary>
    public void Taken(long job)
    {
        lock (_lock)
        {
            _jobs.Remove(job);
        }
    }

    /// <summary>Its lease is over.</summary>
    public void Release(bool keep)
    {
        lock (_lock)
        {
            if (keep)
            {
                Leave();
            }
            else
            {
                End();
            }
        }
    }

    /// <summary>A worker that nobody asks for is not kept for ever.</summary>
    public void Look()
    {
        lock (_lock)
        {
            var isIdle = Lease == 0 && _worker is not null && _last is null or { Answer: not null };
            if (isIdle && options.Time.GetElapsedTime(_alone) > options.KeepFor)
            {
                End();
            }
        }
    }

    private void Begin(ToSlot message, Configure configure, ContentSource source)
    {
        var key = JobKeys.OfSearch(configure, message.Contents);
        Lease = message.Lease;
        _seen.Add(message.Job);
        if (_worker is { } kept && _ready is { Answer: { } answer } ready && ready.Key == key)
        {
            (kept.Source, _kept) = (source, new KeptStart(configure, message.Contents, source));
            ready.Answer = answer with { Lease = Lease };
            Ask(ready);
            return;
        }

        _before = _worker?.DisposeAsync().AsTask() ?? Task.CompletedTask;
        _kept = null;
        (_worker, _ready, _last) = (new SlotWorker(options, shelf, cache, source), new SlotJob(Configure.Job, key), null);
        Run(_ready, configure, message.Contents);
    }

    private void Do(ToSlot message, IToWorker body)
    {
        var key = JobKeys.OfJob(_ready!.Key!, body, message.Contents);
        if (key is not null && Unclaimed is { } kept && kept.Key == key)
        {
            kept.Number = message.Job;
            kept.Answer = kept.Answer is { } answer ? answer with { Lease = Lease, Job = message.Job } : null;
            Ask(kept);
            return;
        }

        if (Unclaimed is { Answer: null } unwanted)
        {
            unwanted.Cancelled.Cancel();
        }

        var job = new SlotJob(message.Job, key);
        _last = key is null ? _last : job;
        Run(job, body, message.Contents);
    }

    /// <summary>The present lease asks for what is done or at work already.</summary>
    private void Ask(SlotJob job)
    {
        job.IsAsked = true;
        _jobs[job.Number] = job;
        if (job.Answer is { } answer)
        {
            Say(answer);
        }
    }

    private void Run(SlotJob job, IToWorker body, ContentRecord[] contents)
    {
        _jobs[job.Number] = job;
        _ = RunAsync(_worker!, job, body, contents);
    }

    private async Task RunAsync(SlotWorker worker, SlotJob job, IToWorker body, ContentRecord[] contents)
    {
        IFromWorker answer;
        ContentRecord[] left = [];
        try
        {
            await _before.ConfigureAwait(false);
            (var result, left) = await DoAsync(worker, job, body, contents).ConfigureAwait(false);
            answer = new Done(job.Number, result);
        }
        catch (Exception problem)
        {
            var kind = problem is NodeUnfit ? JobFailure.Node : JobFailures.KindOf(problem);
            answer = new JobFailed(job.Number, kind, $"Node '{options.Name}': {problem.Message}");
        }

        lock (_lock)
        {
            _alone = options.Time.GetTimestamp();
            (job.Answer, job.Failed) = (new FromSlot(Lease, job.Number, RecordBytes.Write(answer), left), answer is JobFailed);
            if (job.IsAsked)
            {
                Say(job.Answer);
            }
        }
    }

    /// <summary>A worker that was kept may have died since, which is no fault of the first job that it gets: another one does it.</summary>
    private async Task<(byte[] Result, ContentRecord[] Left)> DoAsync(
        SlotWorker worker, SlotJob job, IToWorker body, ContentRecord[] contents)
    {
        var kept = Interlocked.Exchange(ref _kept, null);
        var (told, cancelled) = (new Told(this, job), job.Cancelled.Token);
        try
        {
            return await worker.RunAsync(body, contents, told, cancelled).ConfigureAwait(false);
        }
        catch (WorkerLost) when (kept is not null && job.Key is not null && Replaced(worker, kept) is { } next)
        {
            await worker.DisposeAsync().ConfigureAwait(false);
            await next.RunAsync(kept.Configure, kept.Contents, told, cancelled).ConfigureAwait(false);
            return await next.RunAsync(body, contents, told, cancelled).ConfigureAwait(false);
        }
    }

    private SlotWorker? Replaced(SlotWorker worker, KeptStart kept)
    {
        lock (_lock)
        {
            return _ending || _worker != worker ? null : _worker = new SlotWorker(options, shelf, cache, kept.Source);
        }
    }

    /// <summary>The worker stays for whoever asks for the same work.</summary>
    private void Leave()
    {
        if (_worker is null || _ending)
        {
            return;
        }

        if (_ready is not { Answer: not null, Failed: false })
        {
            End();
            return;
        }

        (Lease, _alone) = (0, options.Time.GetTimestamp());
        Unask();
    }

    private void Unask()
    {
        foreach (var job in _jobs.Values.Append(_ready).Append(_last).OfType<SlotJob>())
        {
            job.IsAsked = false;
        }

        _jobs.Clear();
        _seen.Clear();
    }

    private void End()
    {
        if (_worker is { } worker && !_ending)
        {
            _ending = true;
            Ended = EndAsync(worker);
        }
    }

    private async Task EndAsync(SlotWorker worker)
    {
        await worker.DisposeAsync().ConfigureAwait(false);
        lock (_lock)
        {
            Unask();
            (Lease, _worker, _ready, _last, _ending) = (0, null, null, null, false);
            _node?.Actor.Tell(new SlotEnded());
        }
    }

    private void Say(FromSlot message) => _node?.Actor.Tell(new SlotSaid(message));

    private static IToWorker? BodyOf(ToSlot message)
    {
        try
        {
            return RecordBytes.Read<IToWorker>(message.Body);
        }
        catch (MessagePackSerializationException)
        {
            return null;
        }
    }

    private sealed class Told(NodeSlot slot, SlotJob job) : IJobProgress
    {
        public void Report(string stage, long done, long total)
        {
            lock (slot._lock)
            {
                if (job.IsAsked)
                {
                    var body = RecordBytes.Write<IFromWorker>(new Progress(job.Number, stage, done, total));
                    slot.Say(new FromSlot(slot.Lease, job.Number, body, []));
                }
            }
        }
    }
}
