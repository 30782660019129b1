using Akka.Event;

namespace Akka.Actor;

public sealed partial class ActorCell
{
    private readonly Children _children = new();
    private long _nextName;

    public IActorRef Child(string name) => FindChild(name) ?? (IActorRef)ActorRefs.Nobody;

    public IEnumerable<IActorRef> GetChildren() => _children.Snapshot();

    internal IInternalActorRef FindChild(string name) => _children.Find(name);

    /// <summary>Takes a guardian, which the provider starts, as a child.</summary>
    internal void Adopt(string name, IInternalActorRef child) => _children.Add(name, child);

    public IActorRef ActorOf(Props props, string name = null)
    {
        ArgumentNullException.ThrowIfNull(props);
        if (name is null)
            name = NameGenerator.Encode(Interlocked.Increment(ref _nextName) - 1, "$");
        else if (!ActorPath.IsValidPathElement(name))
            throw new InvalidActorNameException($"Illegal actor name [{name}]. Actor names must be not empty, must not start with '$' and may hold only letters, digits and {ActorPath.ValidSymbols}.");

        _children.Reserve(name);
        LocalActorRef child;
        try
        {
            var path = new ChildActorPath(_self.Path, name, SystemImpl.NextUid());
            child = SystemImpl.CreateActor(props, _self, path);
            _children.Add(name, child);
        }
        catch
        {
            _children.Unreserve(name);
            throw;
        }

        if (Current == this)
        {
            // A child born while its parent is suspended is suspended as often.
            for (var i = Mailbox.Suspensions; i > 0; i--)
                child.Suspend();
        }

        child.Start();
        return child;
    }

    private void HandleChildTerminated(IActorRef child)
    {
        var reason = _children.Remove(child);
        if (_actor is not null)
        {
            try
            {
                _actor.SupervisorStrategyInternal.HandleChildTerminated(this, child, _children.Snapshot());
            }
            catch (Exception cause)
            {
                Publish(new Error(cause, _self.Path.ToString(), ActorType, "HandleChildTerminated failed"));
                HandleInvokeFailure(cause);
            }
        }

        if (reason is null)
            return;
        if (reason.IsTermination)
            FinishTerminate();
        else if (reason.Cause is { } cause)
            FinishRecreate(cause);
        else if (reason.IsCreation)
            FinishCreate();
    }
}
