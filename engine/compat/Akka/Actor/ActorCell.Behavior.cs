namespace Akka.Actor;

public sealed partial class ActorCell
{
    private Stack<Receive> _stackedBehaviors;
    private Receive _behavior;

    public void Become(Receive receive) => _behavior = receive;

    public void Become(UntypedReceive receive) => Become(AlwaysHandled(receive));

    public void BecomeStacked(UntypedReceive receive) => BecomeStacked(AlwaysHandled(receive));

    public void BecomeStacked(Receive receive)
    {
        (_stackedBehaviors ??= new Stack<Receive>()).Push(_behavior);
        _behavior = receive;
    }

    /// <summary>Returns to the behaviour below; the lowest one stays.</summary>
    public void UnbecomeStacked()
    {
        if (_stackedBehaviors is { Count: > 0 })
            _behavior = _stackedBehaviors.Pop();
    }

    private static Receive AlwaysHandled(UntypedReceive receive) => message =>
    {
        receive(message);
        return true;
    };

    private void ClearBehaviors()
    {
        _stackedBehaviors = null;
        _behavior = null;
    }
}
