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
        NodeSlot[] slots = [.. Enumerable.Range(0, options.Slots).Select(slot => new NodeSlot(slot, options, shelf, cache))];
        await using var registration = cancellation.Register(() => End(slots)).ConfigureAwait(false);
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                await JoinOnceAsync(options, slots, shelf, cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            End(slots);
            await Task.WhenAll(slots.Select(slot => slot.Ended)).ConfigureAwait(false);
        }
    }

    private static async Task JoinOnceAsync(
        NodeOptions options, NodeSlot[] slots, ContentShelf shelf, CancellationToken cancellation)
    {
        var end = await JoinAsync(options, slots, shelf, cancellation).ConfigureAwait(false);
        if (end.Problem is { } problem)
        {
            throw problem;
        }

        if (end.WasWelcome && !cancellation.IsCancellationRequested)
        {
            options.Note($"The coordinator at {options.Coordinator} is gone; node '{options.Name}' waits for it.");
        }
    }

    private static void End(NodeSlot[] slots) => Array.ForEach(slots, slot => slot.Release(keep: false));

    private static async Task<NodeEnd> JoinAsync(
        NodeOptions options, NodeSlot[] slots, ContentShelf shelf, CancellationToken cancellation)
    {
        using var system = ClusterSystem.Start(options.Host, 0, ClusterSystem.NodeRole, options.Tls);
        var member = Member.Get(system);
        var coordinator = member.SelfAddress.WithHost(options.Coordinator.Host).WithPort(options.Coordinator.Port);
        var end = new TaskCompletionSource<NodeEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        system.ActorOf(Props.Create(() => new ContentActor(shelf)), ContentActor.Name);
        system.ActorOf(Props.Create(() => new NodeActor(options, slots, coordinator, end)), ClusterSystem.NodeRole);
        member.Join(coordinator);
        await using var registration = cancellation.Register(() => end.TrySetResult(new NodeEnd(true, null))).ConfigureAwait(false);
        _ = system.WhenTerminated.ContinueWith(
            _ => end.TrySetResult(new NodeEnd(true, null)), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        var ended = await end.Task.ConfigureAwait(false);
        await system.Terminate().ConfigureAwait(false);
        return ended;
    }
}
