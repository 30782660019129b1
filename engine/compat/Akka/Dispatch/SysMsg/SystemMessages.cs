using Akka.Actor;
using Akka.Event;

namespace Akka.Dispatch.SysMsg;

/// <summary>A message of the runtime. It overtakes every user message of the same mailbox.</summary>
public interface ISystemMessage : INoSerializationVerificationNeeded;

public abstract class SystemMessage : ISystemMessage
{
    internal SystemMessage Next;
}

/// <summary>Deferred while a restart waits for children to end.</summary>
internal interface IStashWhenWaitingForChildren;

/// <summary>Deferred while the actor itself is suspended by a failure.</summary>
internal interface IStashWhenFailed;

internal sealed class Create : SystemMessage;

internal sealed class Recreate(Exception cause) : SystemMessage, IStashWhenWaitingForChildren
{
    public Exception Cause { get; } = cause;
}

internal sealed class Suspend : SystemMessage, IStashWhenWaitingForChildren;

internal sealed class Resume(Exception causedByFailure) : SystemMessage, IStashWhenWaitingForChildren
{
    public Exception CausedByFailure { get; } = causedByFailure;
}

internal sealed class Terminate : SystemMessage, IPossiblyHarmful, IDeadLetterSuppression;

internal sealed class Watch(IInternalActorRef watchee, IInternalActorRef watcher) : SystemMessage
{
    public IInternalActorRef Watchee { get; } = watchee;

    public IInternalActorRef Watcher { get; } = watcher;
}

internal sealed class Unwatch(IInternalActorRef watchee, IInternalActorRef watcher) : SystemMessage, IDeadLetterSuppression
{
    public IInternalActorRef Watchee { get; } = watchee;

    public IInternalActorRef Watcher { get; } = watcher;
}

internal sealed class DeathWatchNotification(IActorRef actor, bool existenceConfirmed, bool addressTerminated) : SystemMessage, IDeadLetterSuppression
{
    public IActorRef Actor { get; } = actor;

    public bool ExistenceConfirmed { get; } = existenceConfirmed;

    public bool AddressTerminated { get; } = addressTerminated;
}

internal sealed class Failed(IActorRef child, Exception cause, long uid) : SystemMessage, IStashWhenFailed
{
    public IActorRef Child { get; } = child;

    public Exception Cause { get; } = cause;

    public long Uid { get; } = uid;
}

/// <summary>A continuation of an asynchronous handler, to run on its actor.</summary>
internal sealed class ActorTask(ActorTaskScheduler scheduler, Task task) : SystemMessage
{
    public ActorTaskScheduler Scheduler { get; } = scheduler;

    public Task Task { get; } = task;
}
