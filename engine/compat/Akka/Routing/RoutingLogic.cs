using Akka.Actor;

namespace Akka.Routing;

/// <summary>Chooses the routee of a message.</summary>
public abstract class RoutingLogic : INoSerializationVerificationNeeded
{
    public abstract Routee Select(object message, Routee[] routees);
}

public class Routee
{
    public static readonly Routee NoRoutee = new();

    public virtual void Send(object message, IActorRef sender)
    {
    }

    public static Routee FromActorRef(IActorRef actorRef) => new ActorRefRoutee(actorRef);
}

public class ActorRefRoutee : Routee
{
    public ActorRefRoutee(IActorRef actor) => Actor = actor;

    public IActorRef Actor { get; }

    public override void Send(object message, IActorRef sender) => Actor.Tell(message, sender);

    public override bool Equals(object obj) => obj is ActorRefRoutee other && Actor.Equals(other.Actor);

    public override int GetHashCode() => Actor.GetHashCode();
}
