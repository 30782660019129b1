using Akka.Actor;
using NasEngine.Cluster.Contents;
using NasEngine.Contracts;
using Member = Akka.Cluster.Cluster;

namespace NasEngine.Cluster.Nodes;

/// <summary>
/// A machine that lends its worker processes. It waits for its coordinator, and when that is gone it waits for the next one at the same
/// address: each time it is a new member of the cluster.
/// </summary>
public static class ClusterNode
{
    /// <summary>Lends until it is cancelled.</summary>
    /// <exception cref="InputException">The coordinator has no use for it, or this machine cannot listen.</exception>
    public static async Task RunAsync(NodeOptions options, CancellationToken cancellation)
    {
        ClusterCoordinator.MustBeSafe(options.Coordinator, options.Tls);
        var (shelf, cache) = (new ContentShelf(), new ContentCache(Path.Combine(options.Cache, "contents"), options.CacheLimit));
        options.Note($"Node '{options.Name}' waits for the coordinator at {options.Coordinator}.");
        while (!cancellation.IsCancellationRequested)
        {
            var end = await JoinAsync(options, shelf, cache, cancellation).ConfigureAwait(false);
            if (end.Problem is { } problem)
            {
                throw problem;
            }

            if (end.WasWelcome && !cancellation.IsCancellationRequested)
            {
                options.Note($"The coordinator at {options.Coordinator} is gone; node '{options.Name}' waits for it.");
            }
        }
    }

    private static async Task<NodeEnd> JoinAsync(
        NodeOptions options, ContentShelf shelf, ContentCache cache, CancellationToken cancellation)
    {
        using var system = ClusterSystem.Start(options.Host, 0, ClusterSystem.NodeRole, options.Tls);
        var member = Member.Get(system);
        var coordinator = member.SelfAddress.WithHost(options.Coordinator.Host).WithPort(options.Coordinator.Port);
        var end = new TaskCompletionSource<NodeEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        system.ActorOf(Props.Create(() => new ContentActor(shelf)), ContentActor.Name);
        system.ActorOf(Props.Create(() => new NodeActor(options, shelf, cache, coordinator, end)), ClusterSystem.NodeRole);
        member.Join(coordinator);
        await using var registration = cancellation.Register(() => end.TrySetResult(new NodeEnd(true, null))).ConfigureAwait(false);
        _ = system.WhenTerminated.ContinueWith(
            _ => end.TrySetResult(new NodeEnd(true, null)), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        var ended = await end.Task.ConfigureAwait(false);
        await system.Terminate().ConfigureAwait(false);
        return ended;
    }
}
