using Akka.Actor;

namespace Akka.Routing;

/// <summary>The parent of a pool's routees: it passes messages on and ends with its last routee.</summary>
internal sealed class RouterActor : UntypedActor
{
    private readonly Pool _pool;
    private readonly Props _routeeProps;
    private readonly RoutingLogic _logic;
    private Routee[] _routees = [];

    public RouterActor(Pool pool, Props routeeProps)
    {
        _pool = pool;
        _routeeProps = routeeProps;
        _logic = pool.CreateLogic();
    }

    protected override void PreStart()
    {
        // After a restart of the router its routees are still there.
        var actors = Context.GetChildren().ToList();
        for (var i = actors.Count; i < _pool.NrOfInstances; i++)
            actors.Add(Context.ActorOf(_routeeProps));
        _routees = [.. actors.Select(a => Routee.FromActorRef(Context.Watch(a)))];
    }

    protected override void PreRestart(Exception reason, object message)
    {
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case GetRoutees:
                Sender.Tell(new Routees(_routees), Self);
                break;
            case Terminated terminated when Remove(terminated.ActorRef):
                if (_routees.Length == 0)
                    Context.Stop(Self);
                break;
            case Broadcast broadcast:
                foreach (var routee in _routees)
                    routee.Send(broadcast.Message, Sender);
                break;
            case RouterEnvelope envelope:
                _logic.Select(envelope.Message, _routees).Send(envelope.Message, Sender);
                break;
            default:
                _logic.Select(message, _routees).Send(message, Sender);
                break;
        }
    }

    private bool Remove(IActorRef routee)
    {
        var before = _routees.Length;
        _routees = [.. _routees.Where(r => !r.Equals(new ActorRefRoutee(routee)))];
        return _routees.Length < before;
    }
}
