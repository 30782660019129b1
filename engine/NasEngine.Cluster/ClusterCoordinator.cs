using Akka.Actor;
using NasEngine.Cluster.Contents;
using NasEngine.Cluster.Coordinating;
using NasEngine.Cluster.Membership;
using NasEngine.Cluster.Security;
using NasEngine.Contracts;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workers.Protocol;
using NasEngine.Search;
using Member = Akka.Cluster.Cluster;

namespace NasEngine.Cluster;

/// <summary>The side of a cluster that has the search: nodes join it, and it has worker processes on them.</summary>
public sealed class ClusterCoordinator : IAsyncDisposable
{
    private readonly ActorSystem _system;
    private readonly IActorRef _coordinator;
    private readonly ContentShelf _shelf = new();
    private readonly ContentCache _cache;
    private volatile bool _ends;

    private ClusterCoordinator(ActorSystem system, ClusterVersions versions, string cache, Action<string> note, TimeProvider time)
    {
        // Nodes may still work for leases of a coordinator that was killed, and a journal may name them: its numbers must not come again.
        var firstNumber = time.GetUtcNow().ToUnixTimeMilliseconds() << 20;
        (_system, _cache) = (system, new ContentCache(cache, limit: 0));
        system.ActorOf(Props.Create(() => new ContentActor(_shelf)), ContentActor.Name);
        Action<string> noted = sentence => Tell(note, sentence);
        _coordinator = system.ActorOf(Props.Create(() => new CoordinatorActor(versions, firstNumber, noted, time)), CoordinatorActor.Name);
        var member = Member.Get(system);
        member.Join(member.SelfAddress);
        Endpoint = new ClusterEndpoint(member.SelfAddress.Host!, member.SelfAddress.Port!.Value);
        var words = LastWords.Of(system);
        _ = system.WhenTerminated.ContinueWith(
            _ => Tell(note, $"The coordinator's part of the cluster has ended, and no node can join: {words}."), TaskScheduler.Default);
    }

    /// <summary>Where it listens.</summary>
    public ClusterEndpoint Endpoint { get; }

    /// <summary>Starts to listen.</summary>
    /// <param name="endpoint">Where.</param>
    /// <param name="tls">The certificate; null for none, which only a loopback address may do.</param>
    /// <param name="versions">What nodes must have too.</param>
    /// <param name="cache">Folder for what nodes send back, until it is where it belongs.</param>
    /// <param name="note">Told of nodes that come and go.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="InputException">It cannot listen there, or not without a certificate.</exception>
    public static ClusterCoordinator Start(
        ClusterEndpoint endpoint, ClusterTls? tls, ClusterVersions versions, string cache, Action<string> note, TimeProvider time)
    {
        MustBeSafe(endpoint, tls);
        return new(
            ClusterSystem.Start(endpoint.Host, endpoint.Port, ClusterSystem.CoordinatorRole, tls), versions, cache, note, time);
    }

    /// <summary>A worker process on whatever node has room, once one has.</summary>
    /// <param name="offer">The files that the search needs: those of its plugins, and those that its options name.</param>
    /// <param name="nodes">The nodes as the search has them; the same for all its workers. Null for a search of one worker.</param>
    public IWorkerConnection Connect(Func<Configure, IEnumerable<OfferedFile>> offer, SearchNodes? nodes = null) =>
        new LeaseConnection(_coordinator, _system, _shelf, _cache, offer, nodes ?? new SearchNodes(hasOthers: false));

    /// <summary>Tells of nodes: of those that there are, and of what happens until what is returned is disposed of.</summary>
    public IDisposable Watch(Action<NodeHappened> told)
    {
        _coordinator.Tell(new Watch(told));
        return new Watching(() => _coordinator.Tell(new Unwatch(told)));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _ends = true;
        await _system.Terminate().ConfigureAwait(false);
    }

    /// <summary>A machine that others reach must have a certificate.</summary>
    /// <exception cref="InputException">It has none.</exception>
    public static void MustBeSafe(ClusterEndpoint endpoint, ClusterTls? tls)
    {
        if (tls is null && !endpoint.IsLoopback)
        {
            throw new InputException(
                $"Without a certificate everybody who reaches {endpoint} could run programs here; --no-tls is for loopback addresses "
                + "alone: make certificates with 'nas cluster init'.");
        }
    }

    private sealed class Watching(Action end) : IDisposable
    {
        public void Dispose() => end();
    }

    /// <summary>That nodes go when it ends is no news.</summary>
    private void Tell(Action<string> note, string sentence)
    {
        if (!_ends)
        {
            note(sentence);
        }
    }
}
