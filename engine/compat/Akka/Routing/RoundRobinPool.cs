using Akka.Actor;
using Akka.Dispatch;

namespace Akka.Routing;

/// <summary>Each message goes to the next routee in turn.</summary>
public sealed class RoundRobinPool : Pool
{
    public RoundRobinPool(int nrOfInstances)
        : this(nrOfInstances, DefaultSupervisorStrategy, Dispatchers.DefaultDispatcherId)
    {
    }

    private RoundRobinPool(int nrOfInstances, SupervisorStrategy supervisorStrategy, string routerDispatcher)
        : base(nrOfInstances, supervisorStrategy, routerDispatcher)
    {
    }

    public RoundRobinPool WithSupervisorStrategy(SupervisorStrategy strategy) => new(NrOfInstances, strategy, RouterDispatcher);

    public RoundRobinPool WithDispatcher(string dispatcher) => new(NrOfInstances, SupervisorStrategy, dispatcher);

    internal override RoutingLogic CreateLogic() => new RoundRobinRoutingLogic();
}

public sealed class RoundRobinRoutingLogic : RoutingLogic
{
    private int _next;

    public RoundRobinRoutingLogic()
        : this(-1)
    {
    }

    public RoundRobinRoutingLogic(int next) => _next = next;

    public override Routee Select(object message, Routee[] routees) =>
        routees.Length == 0 ? Routee.NoRoutee : routees[(uint)Interlocked.Increment(ref _next) % (uint)routees.Length];
}
