using Akka.Actor;

namespace NasEngine.Cluster.Coordinating;

/// <summary>The coordinator's part in a cluster, until it ends.</summary>
/// <param name="System">Its actor system.</param>
/// <param name="Actor">The actor that has the nodes.</param>
internal sealed record CoordinatorLink(ActorSystem System, IActorRef Actor);
