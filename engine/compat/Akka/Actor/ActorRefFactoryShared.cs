namespace Akka.Actor;

internal static class ActorRefFactoryShared
{
    public static ActorSelection ActorSelection(ActorPath actorPath, ActorSystem system) =>
        new(((ExtendedActorSystem)system).LookupRoot, actorPath.Elements);

    /// <summary>From the root for an absolute path or address, else from the given actor.</summary>
    public static ActorSelection ActorSelection(string path, ActorSystem system, IActorRef lookupRoot)
    {
        if (ActorPath.TryParse(path, out var absolute))
            return ActorSelection(absolute, system);
        return path.StartsWith('/')
            ? new ActorSelection(((ExtendedActorSystem)system).LookupRoot, path.Split('/'))
            : new ActorSelection(lookupRoot, path);
    }

    public static ActorSelection ActorSelection(IActorRef anchorActorRef, string path) => new(anchorActorRef, path);
}
