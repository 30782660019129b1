using System.Collections.Immutable;
using Akka.Actor;
using NasEngine.Cluster.Contents;
using NasEngine.Cluster.Coordinating;
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
    private readonly CoordinatorLinks _links;
    private readonly ContentShelf _shelf = new();
    private readonly ContentCache _cache;
    private readonly BusySlots _busy = new();
    private readonly ClusterVersions _versions;
    private readonly Action<string> _note;
    private readonly TimeProvider _time;
    private readonly Lock _watching = new();
    private ImmutableArray<Action<NodeHappened>> _watchers = [];
    private volatile bool _ends;

    private ClusterCoordinator(
        ClusterEndpoint endpoint, ClusterTls? tls, ClusterVersions versions, string cache, Action<string> note, TimeProvider time)
    {
        (_versions, _note, _time, _cache) = (versions, note, time, new ContentCache(cache, limit: 0));
        var first = Join(endpoint, tls);
        var address = Member.Get(first.System).SelfAddress;
        Endpoint = new ClusterEndpoint(address.Host!, address.Port!.Value);
        _links = new CoordinatorLinks(first, () => Join(Endpoint, tls), Watch, Tell, time);
    }

    /// <summary>Where it listens.</summary>
    public ClusterEndpoint Endpoint { get; }

    /// <summary>Slots of nodes that somebody has, by the number of the node, as they are now.</summary>
    public IReadOnlyDictionary<long, int> Busy => _busy.Now;

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
        return new(endpoint, tls, versions, cache, note, time);
    }

    /// <summary>A worker process on whatever node has room, once one has.</summary>
    /// <param name="offer">The files that the search needs: those of its plugins, and those that its options name.</param>
    /// <param name="nodes">The nodes as the search has them; the same for all its workers. Null for a search of one worker.</param>
    public IWorkerConnection Connect(Func<Configure, IEnumerable<OfferedFile>> offer, SearchNodes? nodes = null) =>
        new LeaseConnection(_links, _shelf, _cache, offer, nodes ?? new SearchNodes(hasOthers: false));

    /// <summary>Tells of nodes: of those that there are, and of what happens until what is returned is disposed of.</summary>
    public IDisposable Watch(Action<NodeHappened> told)
    {
        lock (_watching)
        {
            _watchers = _watchers.Add(told);
            _links.Tell(new Watch(told));
        }

        return new Watching(() => Unwatch(told));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _ends = true;
        await _links.DisposeAsync().ConfigureAwait(false);
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

    private CoordinatorLink Join(ClusterEndpoint endpoint, ClusterTls? tls)
    {
        var system = ClusterSystem.Start(endpoint.Host, endpoint.Port, ClusterSystem.CoordinatorRole, tls);
        system.ActorOf(Props.Create(() => new ContentActor(_shelf)), ContentActor.Name);

        // Nodes may still work for leases of a coordinator that was killed, and a journal may name them: its numbers must not come again.
        var firstNumber = _time.GetUtcNow().ToUnixTimeMilliseconds() << 20;
        Action<string> noted = Tell;
        var actor = system.ActorOf(
            Props.Create(() => new CoordinatorActor(_versions, firstNumber, noted, _time, _busy)), CoordinatorActor.Name);
        var member = Member.Get(system);
        member.Join(member.SelfAddress);
        return new CoordinatorLink(system, actor);
    }

    private void Watch(CoordinatorLink link)
    {
        lock (_watching)
        {
            foreach (var told in _watchers)
            {
                link.Actor.Tell(new Watch(told));
            }
        }
    }

    private void Unwatch(Action<NodeHappened> told)
    {
        lock (_watching)
        {
            _watchers = _watchers.Remove(told);
            _links.Tell(new Unwatch(told));
        }
    }

    /// <summary>That nodes go when it ends is no news.</summary>
    private void Tell(string sentence)
    {
        if (!_ends)
        {
            _note(sentence);
        }
    }
}
