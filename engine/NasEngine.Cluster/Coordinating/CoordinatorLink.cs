using Akka.Actor;

namespace NasEngine.Cluster.Coordinating;

/// <summary>The coordinator's part in a cluster, until it ends.</summary>
internal sealed class CoordinatorLink
{
    private readonly CancellationTokenSource _ended = new();

    /// <param name="system">Its actor system.</param>
    /// <param name="actor">The actor that has the nodes.</param>
    public CoordinatorLink(ActorSystem system, IActorRef actor)
    {
        (System, Actor) = (system, actor);
        _ = system.WhenTerminated.ContinueWith(_ => _ended.Cancel(), TaskScheduler.Default);
    }

    /// <summary>Its actor system.</summary>
    public ActorSystem System { get; }

    /// <summary>The actor that has the nodes.</summary>
    public IActorRef Actor { get; }

    /// <summary>Cancelled when it has ended: of ten thousand that wait, each leaves at no cost to the others.</summary>
    public CancellationToken Ended => _ended.Token;
}
