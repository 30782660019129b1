using Akka.Actor;
using MessagePack;
using NasEngine.Cluster.Contents;
using NasEngine.Cluster.Messages;
using NasEngine.Contracts;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Cluster.Nodes;

/// <summary>
/// Room for one worker process of a node. Its methods are called by the node's actor alone; what takes long runs beside it and tells the
/// actor. A job that comes twice is done once; an answer is said until it was taken.
/// </summary>
internal sealed class NodeSlot(
    int slot, NodeOptions options, ContentShelf shelf, ContentCache cache, ActorSystem system, IActorRef node)
{
    private readonly HashSet<long> _jobs = [];
    private readonly HashSet<long> _running = [];
    private readonly SortedDictionary<long, FromSlot> _answers = [];
    private readonly Dictionary<long, CancellationTokenSource> _cancelled = [];
    private SlotWorker? _worker;
    private bool _ending;

    /// <summary>The lease that it works for; 0 when it is free.</summary>
    public long Lease { get; private set; }

    /// <summary>What a beat says of it.</summary>
    public SlotRecord Record => new(slot, Lease, [.. _running, .. _answers.Keys]);

    /// <summary>Answers that were not taken yet.</summary>
    public IEnumerable<FromSlot> NotTaken => _answers.Values;

    /// <summary>A message for its worker.</summary>
    public void Take(ToSlot message, IActorRef sender)
    {
        if (Lease == 0 && message.Job == Configure.Job)
        {
            Lease = message.Lease;
            _worker = new SlotWorker(options, shelf, cache, new ContentSource(system, sender));
        }

        if (Lease != message.Lease || _ending || BodyOf(message) is not { } body)
        {
            return;
        }

        if (body is Cancel)
        {
            _cancelled.GetValueOrDefault(message.Job)?.Cancel();
        }
        else if (_jobs.Add(message.Job))
        {
            _running.Add(message.Job);
            var cancelled = _cancelled[message.Job] = new CancellationTokenSource();
            _ = RunAsync(_worker!, message, body, cancelled.Token);
        }
    }

    /// <summary>Whether what its worker said is to be passed on.</summary>
    public bool Says(SlotSaid said)
    {
        if (said.Message.Lease != Lease || _ending)
        {
            return false;
        }

        if (said.IsAnswer)
        {
            _running.Remove(said.Message.Job);
            _cancelled.Remove(said.Message.Job);
            _answers[said.Message.Job] = said.Message;
        }

        return true;
    }

    /// <summary>An answer was taken.</summary>
    public void Taken(long job) => _answers.Remove(job);

    /// <summary>Its worker is needed no more.</summary>
    public void Release()
    {
        if (_worker is { } worker && !_ending)
        {
            _ending = true;
            _ = EndAsync(worker);
        }
    }

    /// <summary>Its worker has ended.</summary>
    public void Free()
    {
        (Lease, _worker, _ending) = (0, null, false);
        _jobs.Clear();
        _running.Clear();
        _answers.Clear();
        _cancelled.Clear();
    }

    private async Task RunAsync(SlotWorker worker, ToSlot message, IToWorker body, CancellationToken cancellation)
    {
        IFromWorker answer;
        ContentRecord[] left = [];
        try
        {
            (var result, left) = await worker.RunAsync(body, message.Contents, new Told(this, message), cancellation)
                .ConfigureAwait(false);
            answer = new Done(message.Job, result);
        }
        catch (Exception problem)
        {
            var kind = problem is NodeUnfit ? JobFailure.Node : JobFailures.KindOf(problem);
            answer = new JobFailed(message.Job, kind, $"Node '{options.Name}': {problem.Message}");
        }

        Tell(message, answer, left, isAnswer: true);
    }

    private async Task EndAsync(SlotWorker worker)
    {
        await worker.DisposeAsync().ConfigureAwait(false);
        node.Tell(new SlotEnded(slot));
    }

    private void Tell(ToSlot message, IFromWorker said, ContentRecord[] left, bool isAnswer) =>
        node.Tell(new SlotSaid(slot, new FromSlot(message.Lease, message.Job, RecordBytes.Write(said), left), isAnswer));

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

    private sealed class Told(NodeSlot slot, ToSlot message) : IJobProgress
    {
        public void Report(string stage, long done, long total) =>
            slot.Tell(message, new Progress(message.Job, stage, done, total), [], isAnswer: false);
    }
}
