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
    protected NoRouter()
    {
    }

    public static NoRouter Instance { get; } = new();

    internal override Props RouterProps(Props routeeProps) => routeeProps;
}

/// <summary>The router that <c>akka.actor.deployment</c> names for the actor's path.</summary>
public class FromConfig : RouterConfig
{
    private FromConfig()
    {
    }

    public static FromConfig Instance { get; } = new();

    internal override Props RouterProps(Props routeeProps) =>
        throw new Configuration.ConfigurationException("The Props take their router from the configuration, but akka.actor.deployment has none for this path.");
}
