using System.Collections.Concurrent;
using Akka.Actor;
using MessagePack;
using NasEngine.Cluster.Contents;
using NasEngine.Cluster.Messages;
using NasEngine.Contracts;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workers.Protocol;
using NasEngine.Search;

namespace NasEngine.Cluster.Coordinating;

/// <summary>
/// A worker process on a node: a lease of one of its slots. Every answer counts once, whatever comes late or twice; when the node is
/// lost, so is all that was not answered.
/// </summary>
/// <param name="coordinator">The actor that has the nodes.</param>
/// <param name="system">Its system.</param>
/// <param name="shelf">What nodes may ask for.</param>
/// <param name="cache">What nodes gave.</param>
/// <param name="offer">The files that a search needs.</param>
/// <param name="nodes">The nodes as the search has them.</param>
internal sealed class LeaseConnection(
    IActorRef coordinator, ActorSystem system, ContentShelf shelf, ContentCache cache, Func<Configure, IEnumerable<OfferedFile>> offer,
    SearchNodes nodes)
    : IWorkerConnection
{
    private readonly ConcurrentDictionary<long, PendingCall> _pending = new();
    private readonly TaskCompletionSource _placed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _ended = new();
    private string? _networks;
    private WorkerLost? _lost;
    private long _lastJob = Configure.Job;
    private int _asked;

    /// <summary>Number of the lease; 0 before there is one. As the node and the slot, the coordinator's actor sets it.</summary>
    public long Lease { get; private set; }

    /// <summary>The node.</summary>
    public NodeEntry? Node { get; private set; }

    /// <summary>Its slot.</summary>
    public int Slot { get; private set; }

    /// <summary>The nodes as its search has them.</summary>
    public SearchNodes Nodes => nodes;

    /// <summary>Why it is lost; null while it is not.</summary>
    public WorkerLost? Lost => _lost;

    /// <summary>What is not answered yet.</summary>
    public IEnumerable<PendingCall> Pending => _pending.Values.OrderBy(call => call.Message.Job);

    /// <inheritdoc/>
    public Task PlaceAsync(CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref _asked, 1) == 0)
        {
            coordinator.Tell(new WantLease(this));
        }

        return _placed.Task.WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public async Task<byte[]> StartAsync(Configure configure, CancellationToken cancellation)
    {
        await PlaceAsync(cancellation).ConfigureAwait(false);
        _networks = configure.Networks;
        var contents = await Task.Run(() => offer(configure).Select(shelf.Offer).ToArray(), cancellation).ConfigureAwait(false);
        var answer = await SendAsync(Configure.Job, configure, contents, null).WaitAsync(cancellation).ConfigureAwait(false);
        return await ResultOfAsync(answer).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<Exception> BlameAsync(InputException problem) =>
        BlameAsync(new JobFailed(Configure.Job, JobFailure.Input, $"Node '{Node?.Name}': {problem.Message}"));

    /// <inheritdoc/>
    public async Task<byte[]> CallAsync(Func<long, IToWorker> message, IJobProgress? progress, CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref _lastJob);
        var job = message(id);
        var waiting = SendAsync(id, job, [.. FilesFor(job).Select(shelf.Offer)], progress);
        await using var registration = cancellation.Register(
            () => coordinator.Tell(new Post(this, Envelope(id, new Cancel(id), [])))).ConfigureAwait(false);
        var answer = await waiting.ConfigureAwait(false);
        var result = await ResultOfAsync(answer).ConfigureAwait(false);
        await FetchAsync(job, answer.Contents).ConfigureAwait(false);
        return result;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Lose("it was stopped");
        coordinator.Tell(new EndLease(this));
        return ValueTask.CompletedTask;
    }

    /// <summary>It has a slot.</summary>
    public void Grant(long lease, NodeEntry node, int slot)
    {
        (Lease, Node, Slot) = (lease, node, slot);
        _placed.TrySetResult();
    }

    /// <summary>The slot said something.</summary>
    /// <returns>Whether it was an answer, awaited or not.</returns>
    public bool Take(FromSlot said)
    {
        var message = BodyOf(said);
        if (message is Progress progress)
        {
            _pending.GetValueOrDefault(said.Job)?.Progress?.Report(progress.Stage, progress.DoneParts, progress.Total);
            return false;
        }

        if (_pending.TryRemove(said.Job, out var call))
        {
            call.Answer.TrySetResult(said);
        }

        return true;
    }

    /// <summary>The worker is gone, with all that it was to do.</summary>
    /// <param name="reason">Why, as the end of a sentence.</param>
    /// <param name="node">The node, where it is what was lost.</param>
    public void Lose(string reason, NodeRef? node = null)
    {
        var lost = new WorkerLost($"The worker on node '{Node?.Name}' was lost: {reason}.") { Node = node };
        lost = Interlocked.CompareExchange(ref _lost, lost, null) ?? lost;
        _placed.TrySetException(lost);
        foreach (var job in _pending.Keys)
        {
            if (_pending.TryRemove(job, out var call))
            {
                call.Answer.TrySetException(lost);
            }
        }

        _ended.Cancel();
    }

    private Task<FromSlot> SendAsync(long job, IToWorker message, ContentRecord[] contents, IJobProgress? progress)
    {
        var call = new PendingCall(Envelope(job, message, contents), progress);
        _pending[job] = call;
        if (_lost is { } lost)
        {
            throw lost;
        }

        coordinator.Tell(new Post(this, call.Message));
        return call.Answer.Task;
    }

    private ToSlot Envelope(long job, IToWorker message, ContentRecord[] contents) =>
        new(Lease, Slot, job, RecordBytes.Write(message), contents);

    /// <summary>The kept network that a trial starts from.</summary>
    private IEnumerable<OfferedFile> FilesFor(IToWorker job) =>
        job is Assign { Candidate.Work: TrialRecord { Parent: { } parent } } && Directory.Exists(_networks)
            ? Directory.EnumerateFiles(_networks, FormattableString.Invariant($"{parent:D10}-*.network"))
                .Select(path => new OfferedFile(ContentPlaces.Networks + Path.GetFileName(path), path))
            : [];

    /// <summary>Brings what the job left to where a worker here would have left it.</summary>
    private async Task FetchAsync(IToWorker job, ContentRecord[] contents)
    {
        var source = new ContentSource(system, Node!.Actor);
        foreach (var content in contents)
        {
            var target = job is ExportNetwork export ? ContentPlaces.Below(ContentPlaces.Exports, content.Place, export.Folder)
                : job is Assign && _networks is not null ? ContentPlaces.Below(ContentPlaces.Networks, content.Place, _networks)
                : null;
            if (target is not null)
            {
                await BringAsync(content, source, target).ConfigureAwait(false);
            }
        }
    }

    private async Task BringAsync(ContentRecord content, ContentSource source, string target)
    {
        string path;
        try
        {
            path = await cache.TakeAsync(content, source.AskAsync, _ended.Token).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or OperationCanceledException)
        {
            throw _lost ?? new WorkerLost($"What node '{Node!.Name}' made cannot be had: {problem.Message}.", problem)
            {
                Node = Node.Ref,
            };
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target + ".part", overwrite: true);
            File.Move(target + ".part", target, overwrite: true);
        }
        catch (IOException problem)
        {
            throw new DiskRefused(problem.Message, problem);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new InputException($"What node '{Node!.Name}' made cannot be written to '{target}': {problem.Message}", problem);
        }
        finally
        {
            cache.GiveBack(content.Sha256);
        }
    }

    private async Task<byte[]> ResultOfAsync(FromSlot answer) => BodyOf(answer) switch
    {
        Done done => done.Result,
        JobFailed { Kind: JobFailure.Input or JobFailure.Disk or JobFailure.Node } failed =>
            throw await BlameAsync(failed).ConfigureAwait(false),
        JobFailed failed => throw JobFailures.ToException(failed),
        _ => throw new WorkerLost("a node's answer cannot be read"),
    };

    private async Task<Exception> BlameAsync(JobFailed failed)
    {
        try
        {
            var judged = await coordinator.Ask<Judged>(new Unfit(this, failed), Timeout.InfiniteTimeSpan, _ended.Token)
                .ConfigureAwait(false);
            return judged.Problem;
        }
        catch (OperationCanceledException)
        {
            return _lost!;
        }
    }

    private static IFromWorker? BodyOf(FromSlot said)
    {
        try
        {
            return RecordBytes.Read<IFromWorker>(said.Body);
        }
        catch (MessagePackSerializationException)
        {
            return null;
        }
    }
}
