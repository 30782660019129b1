using Akka.Actor;

namespace Akka.Routing;

/// <summary>A router that makes its routees itself and supervises them.</summary>
public abstract class Pool : RouterConfig
{
    protected Pool(int nrOfInstances, SupervisorStrategy supervisorStrategy, string routerDispatcher)
    {
        if (nrOfInstances <= 0)
            throw new ArgumentOutOfRangeException(nameof(nrOfInstances), nrOfInstances, "A pool needs at least one instance.");
        NrOfInstances = nrOfInstances;
        SupervisorStrategy = supervisorStrategy;
        RouterDispatcher = routerDispatcher;
    }

    /// <summary>The failure of a routee is the router's own, so that the router's parent decides.</summary>
    public static SupervisorStrategy DefaultSupervisorStrategy { get; } = new OneForOneStrategy(_ => Directive.Escalate);

    public int NrOfInstances { get; }

    public virtual SupervisorStrategy SupervisorStrategy { get; }

    public virtual string RouterDispatcher { get; }

    internal abstract RoutingLogic CreateLogic();

    internal override Props RouterProps(Props routeeProps)
    {
        var routees = routeeProps.WithoutRouter();
        return Actor.Props.Create(() => new RouterActor(this, routees), SupervisorStrategy).WithDispatcher(RouterDispatcher);
    }
}
