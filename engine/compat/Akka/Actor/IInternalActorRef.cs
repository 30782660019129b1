using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

public interface IActorRefScope
{
    bool IsLocal { get; }
}

/// <summary>What the runtime, not the user, does with a handle.</summary>
public interface IInternalActorRef : IActorRef, IActorRefScope
{
    IInternalActorRef Parent { get; }

    IActorRefProvider Provider { get; }

    bool IsTerminated { get; }

    IActorRef GetChild(IReadOnlyList<string> name);

    void Start();

    void Resume(Exception causedByFailure = null);

    void Suspend();

    void Restart(Exception cause);

    void Stop();

    void SendSystemMessage(ISystemMessage message);
}
