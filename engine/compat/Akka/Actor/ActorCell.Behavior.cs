namespace Akka.Actor;

public sealed partial class ActorCell
{
    /// <summary>The behaviours above the actor's first, which nothing removes.</summary>
    private readonly Stack<Receive> _behaviors = new(0);
    private Receive _firstBehavior;
    private Receive _behavior;

    public void Become(Receive receive)
    {
        _behaviors.TryPop(out _);
        BecomeStacked(receive);
    }

    public void Become(UntypedReceive receive) => Become(AlwaysHandled(receive));

    public void BecomeStacked(UntypedReceive receive) => BecomeStacked(AlwaysHandled(receive));

    public void BecomeStacked(Receive receive)
    {
        _behavior = receive;
        if (_firstBehavior is null)
            _firstBehavior = receive;
        else
            _behaviors.Push(receive);
    }

    public void UnbecomeStacked()
    {
        _behaviors.TryPop(out _);
        _behavior = _behaviors.TryPeek(out var below) ? below : _firstBehavior;
    }

    private static Receive AlwaysHandled(UntypedReceive receive) => message =>
    {
        receive(message);
        return true;
    };

    private void ClearBehaviors()
    {
        _behaviors.Clear();
        _firstBehavior = null;
        _behavior = null;
    }
}
