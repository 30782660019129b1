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
/// <param name="links">The coordinator's part in the cluster.</param>
/// <param name="shelf">What nodes may ask for.</param>
/// <param name="cache">What nodes gave.</param>
/// <param name="offer">The files that a search needs.</param>
/// <param name="nodes">The nodes as the search has them.</param>
internal sealed class LeaseConnection(
    CoordinatorLinks links, ContentShelf shelf, ContentCache cache, Func<Configure, IEnumerable<OfferedFile>> offer,
    SearchNodes nodes)
    : IWorkerConnection
{
    private readonly ConcurrentDictionary<long, PendingCall> _pending = new();
    private readonly TaskCompletionSource _placed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _ended = new();
    private string? _networks;
    private WorkerLost? _lost;
    private ToSlot? _configure;
    private string _search = "";
    private long _lastJob = Configure.Job;
    private CoordinatorLink? _link;

    /// <summary>Number of the lease; 0 before there is one. As the node and the slot, the coordinator's actor sets it.</summary>
    public long Lease { get; private set; }

    /// <summary>The node.</summary>
    public NodeEntry? Node { get; private set; }

    /// <inheritdoc/>
    NodeRef? IWorkerConnection.Node => Node?.Ref;

    /// <summary>Its slot.</summary>
    public int Slot { get; private set; }

    /// <summary>The nodes as its search has them.</summary>
    public SearchNodes Nodes => nodes;

    /// <summary>Why it is lost; null while it is not.</summary>
    public WorkerLost? Lost => _lost;

    /// <summary>What is not answered yet.</summary>
    public IEnumerable<PendingCall> Pending => _pending.Values.OrderBy(call => call.Message.Job);

    /// <inheritdoc/>
    public async Task PlaceAsync(CancellationToken cancellation)
    {
        while (!_placed.Task.IsCompleted)
        {
            var link = await links.CurrentAsync(cancellation).ConfigureAwait(false);
            if (Interlocked.Exchange(ref _link, link) != link)
            {
                link.Actor.Tell(new WantLease(this));
            }

            await PlacedOrEndedAsync(link, cancellation).ConfigureAwait(false);
        }

        await _placed.Task.ConfigureAwait(false);
    }

    private async Task PlacedOrEndedAsync(CoordinatorLink link, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(link.Ended, cancellation);
        await _placed.Task.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
    }

    /// <inheritdoc/>
    public async Task<byte[]> StartAsync(Configure configure, CancellationToken cancellation)
    {
        await PlaceAsync(cancellation).ConfigureAwait(false);
        _networks = configure.Networks;
        var contents = await Task.Run(() => offer(configure).Select(shelf.Offer).ToArray(), cancellation).ConfigureAwait(false);
        (_configure, _search) = (Envelope(Configure.Job, configure, contents), JobKeys.OfSearch(configure, contents));
        var answer = await SendAsync(new PendingCall(_configure, null, null)).WaitAsync(cancellation).ConfigureAwait(false);
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
        if (job is Help help)
        {
            return await HelpAsync(help, progress, cancellation).ConfigureAwait(false);
        }

        var (result, left) = await CallAsync(id, job, [.. FilesFor(job).Select(shelf.Offer)], progress, cancellation).ConfigureAwait(false);
        await BringAsync(job, left).ConfigureAwait(false);
        return result;
    }

    private async Task<(byte[] Result, ContentRecord[] Left)> CallAsync(
        long id, IToWorker job, ContentRecord[] contents, IJobProgress? progress, CancellationToken cancellation)
    {
        var waiting = SendAsync(new PendingCall(Envelope(id, job, contents), JobKeys.OfJob(_search, job, contents), progress));
        await using var registration = cancellation.Register(
            () => _link!.Actor.Tell(new Post(this, Envelope(id, new Cancel(id), [])))).ConfigureAwait(false);
        var answer = await waiting.ConfigureAwait(false);
        return (await ResultOfAsync(answer).ConfigureAwait(false), answer.Contents);
    }

    /// <summary>A part of a step is too large for a message: it goes as a content, and so does what comes of it.</summary>
    private async Task<byte[]> HelpAsync(Help help, IJobProgress? progress, CancellationToken cancellation)
    {
        var work = shelf.Offer(ContentPlaces.Step, help.Work);
        try
        {
            var (_, left) = await CallAsync(help.Job, help with { Work = [] }, [work], progress, cancellation).ConfigureAwait(false);
            return await ContentBytes.FetchAsync(left.Single(), new ContentSource(_link!.System, Node!.Actor).AskAsync, _ended.Token)
                .ConfigureAwait(false);
        }
        catch (IOException problem)
        {
            throw new WorkerLost($"What node '{Node!.Name}' did of a step cannot be had: {problem.Message}.", problem);
        }
        finally
        {
            shelf.Withdraw(work);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Lose("it was stopped");
        _link?.Actor.Tell(new EndLease(this));
        return ValueTask.CompletedTask;
    }

    /// <summary>What was sent and is not answered yet; its worker is configured before anything else.</summary>
    public IEnumerable<PendingCall> Sent => Pending.Where(call => call.IsSent || call.Message.Job == Configure.Job);

    /// <summary>Whether its worker has something to do beside being configured.</summary>
    public bool IsBusy => _pending.Values.Any(call => call.IsSent && call.Message.Job != Configure.Job);

    /// <summary>It has a slot. One that had another has its worker configured again, where the node has none that is.</summary>
    public void Grant(long lease, Place place)
    {
        (Lease, Node, Slot) = (lease, place.Node, place.Slot);
        if (_configure is { } configure)
        {
            _pending.TryAdd(Configure.Job, new PendingCall(configure, null, null));
        }

        _placed.TrySetResult();
    }

    /// <summary>Sends a message to the slot.</summary>
    public ToSlot Addressed(ToSlot message) => message with { Lease = Lease, Slot = Slot };

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
        var what = Node is null ? "A worker that waited for a node" : $"The worker on node '{Node.Name}'";
        var lost = new WorkerLost($"{what} was lost: {reason}.") { Node = node };
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

    private Task<FromSlot> SendAsync(PendingCall call)
    {
        _pending[call.Message.Job] = call;
        if (_lost is { } lost)
        {
            throw lost;
        }

        _link!.Actor.Tell(new Send(this, call));
        return call.Answer.Task;
    }

    /// <summary>A message; where it goes is written on it when it is sent.</summary>
    private static ToSlot Envelope(long job, IToWorker message, ContentRecord[] contents) =>
        new(0, 0, job, RecordBytes.Write(message), contents);

    /// <summary>The kept network that a trial starts from.</summary>
    private IEnumerable<OfferedFile> FilesFor(IToWorker job) =>
        job is Assign { Candidate.Work: TrialRecord { Parent: { } parent } } && Directory.Exists(_networks)
            ? Directory.EnumerateFiles(_networks, FormattableString.Invariant($"{parent:D10}-*.network"))
                .Select(path => new OfferedFile(ContentPlaces.Networks + Path.GetFileName(path), path))
            : [];

    private async Task BringAsync(IToWorker job, ContentRecord[] contents)
    {
        var files = new ReturnedFiles(Node!, new ContentSource(_link!.System, Node!.Actor), cache);
        try
        {
            await files.BringAsync(job, contents, _networks, _ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw _lost!;
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
            var judged = await _link!.Actor.Ask<Judged>(new Unfit(this, failed), Timeout.InfiniteTimeSpan, _ended.Token)
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
