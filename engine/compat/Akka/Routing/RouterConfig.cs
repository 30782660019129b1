using Akka.Actor;

namespace Akka.Routing;

/// <summary>Turns the Props of an actor into those of a router in front of several.</summary>
public abstract class RouterConfig
{
    internal abstract Props RouterProps(Props routeeProps);
}

/// <summary>No router: the actor itself.</summary>
public class NoRouter : RouterConfig
{
    public static NoRouter Instance { get; } = new();

    internal override Props RouterProps(Props routeeProps) => routeeProps;
}
