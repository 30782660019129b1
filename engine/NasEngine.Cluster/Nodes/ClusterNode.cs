using Akka.Actor;
using NasEngine.Cluster.Contents;
using NasEngine.Contracts;
using Member = Akka.Cluster.Cluster;

namespace NasEngine.Cluster.Nodes;

/// <summary>
/// A machine that lends its worker processes. It waits for its coordinator, and when that is gone it waits for the next one at the same
/// places: each time it is a new member of the cluster.
/// </summary>
public static class ClusterNode
{
    private const int SecondsForOnePlace = 15;
    private const int SecondsForOneOfSeveral = 5;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Lends until it is cancelled.</summary>
    /// <exception cref="InputException">The coordinator has no use for it, or this machine cannot listen.</exception>
    public static async Task RunAsync(NodeOptions options, CancellationToken cancellation)
    {
        foreach (var named in options.Coordinators)
        {
            ClusterCoordinator.MustBeSafe(named, options.Tls);
        }

        var (shelf, cache) = (new ContentShelf(), new ContentCache(Path.Combine(options.Cache, "contents"), options.CacheLimit));
        options.Note($"Node '{options.Name}' waits for the coordinator at {string.Join(" or ", options.Coordinators)}.");
        NodeSlot[] slots = [.. Enumerable.Range(0, options.Slots).Select(slot => new NodeSlot(slot, options, shelf, cache))];
        await using var registration = cancellation.Register(() => End(slots)).ConfigureAwait(false);
        try
        {
            await LendAsync(options, slots, shelf, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // It was asked to end while it waited.
        }
        finally
        {
            End(slots);
            await Task.WhenAll(slots.Select(slot => slot.Ended)).ConfigureAwait(false);
        }
    }

    private static async Task LendAsync(NodeOptions options, NodeSlot[] slots, ContentShelf shelf, CancellationToken cancellation)
    {
        var places = new CoordinatorPlaces(options);
        var inVain = 0;
        while (!cancellation.IsCancellationRequested)
        {
            var found = await places.LookAsync(cancellation).ConfigureAwait(false);
            inVain++;
            foreach (var place in found)
            {
                // Somebody else may listen there, or a coordinator that goes by another name: the others come before one waits for long.
                var patience = found.Count == 1 ? SecondsForOnePlace : Math.Min(SecondsForOnePlace, SecondsForOneOfSeveral * inVain);
                if (await JoinOnceAsync(options, place, patience, slots, shelf, cancellation).ConfigureAwait(false))
                {
                    places.Joined(place.Endpoint);
                    inVain = 0;
                    break;
                }
            }

            await (found.Count == 0 ? Task.Delay(BetweenLooks, options.Time, cancellation) : Task.CompletedTask).ConfigureAwait(false);
        }
    }

    /// <summary>Whether there was a coordinator, which is gone now.</summary>
    private static async Task<bool> JoinOnceAsync(
        NodeOptions options, CoordinatorPlace place, int patience, NodeSlot[] slots, ContentShelf shelf, CancellationToken cancellation)
    {
        var end = await JoinAsync(options, place, patience, slots, shelf, cancellation).ConfigureAwait(false);
        if (end.Problem is { } problem)
        {
            throw problem;
        }

        cancellation.ThrowIfCancellationRequested();
        if (end.WasWelcome)
        {
            options.Note($"The coordinator at {place.Endpoint} is gone; node '{options.Name}' waits for it.");
        }

        return end.WasWelcome;
    }

    private static void End(NodeSlot[] slots) => Array.ForEach(slots, slot => slot.Release(keep: false));

    private static async Task<NodeEnd> JoinAsync(
        NodeOptions options, CoordinatorPlace place, int patience, NodeSlot[] slots, ContentShelf shelf, CancellationToken cancellation)
    {
        using var system = ClusterSystem.Start(place.From, 0, ClusterSystem.NodeRole, options.Tls);
        var member = Member.Get(system);
        var coordinator = member.SelfAddress.WithHost(place.Endpoint.Host).WithPort(place.Endpoint.Port);
        var end = new TaskCompletionSource<NodeEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        system.ActorOf(Props.Create(() => new ContentActor(shelf)), ContentActor.Name);
        system.ActorOf(
            Props.Create(() => new NodeActor(options, slots, place.Endpoint, coordinator, patience, end)), ClusterSystem.NodeRole);
        member.Join(coordinator);
        await using var registration = cancellation.Register(() => end.TrySetResult(new NodeEnd(true, null))).ConfigureAwait(false);
        _ = system.WhenTerminated.ContinueWith(
            _ => end.TrySetResult(new NodeEnd(true, null)), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        var ended = await end.Task.ConfigureAwait(false);
        await system.Terminate().ConfigureAwait(false);
        return ended;
    }
}
