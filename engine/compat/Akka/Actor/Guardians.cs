using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Asks a guardian to stop one of its children.</summary>
internal sealed record StopChild(IActorRef Child);

/// <summary>The parent of the actors made by <c>system.ActorOf</c>, and in another copy of the system's own.</summary>
internal sealed class Guardian(string strategyConfigurator) : ActorBase
{
    protected override SupervisorStrategy SupervisorStrategy() =>
        SupervisorStrategyConfigurator.CreateConfigurator(strategyConfigurator).Create();

    protected override bool Receive(object message)
    {
        if (message is StopChild stop)
            Context.Stop(stop.Child);
        else
            Context.System.DeadLetters.Tell(new DeadLetter(message, Sender, Self), Sender);
        return true;
    }
}

/// <summary>The parent of the guardians: when /user ends, /system ends, then the system.</summary>
internal sealed class RootGuardian : ActorBase
{
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(cause =>
    {
        ActorCell.Current.System.Log.Error(cause, "Guardian failed, shutting down the system.");
        return Directive.Stop;
    });

    protected override void PreStart()
    {
        var system = (ActorSystemImpl)Context.System;
        Context.Watch(system.Guardian);
        Context.Watch(system.SystemGuardian);
    }

    protected override bool Receive(object message)
    {
        var system = (ActorSystemImpl)Context.System;
        switch (message)
        {
            case Terminated terminated when terminated.ActorRef.Equals(system.Guardian):
                system.RunTerminationHooks();
                system.EventStream.UseStandardOutput(system.Settings);
                Context.Stop(system.SystemGuardian);
                return true;
            case Terminated:
                Context.Stop(Self);
                return true;
            default:
                return false;
        }
    }
}

/// <summary>The parent of the root: its notification is the end of the system.</summary>
internal sealed class TerminationRef(IActorRefProvider provider, ActorPath path) : MinimalActorRef
{
    private readonly TaskCompletionSource _terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ActorPath Path => path;

    public override IActorRefProvider Provider => provider;

    public Task Terminated => _terminated.Task;

    public override void SendSystemMessage(ISystemMessage message)
    {
        switch (message)
        {
            case Failed failed:
                ((IInternalActorRef)failed.Child).Stop();
                break;
            case DeathWatchNotification:
                _terminated.TrySetResult();
                break;
        }
    }
}
