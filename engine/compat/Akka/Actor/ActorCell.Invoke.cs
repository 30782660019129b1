using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

public sealed partial class ActorCell
{
    private Queue<SystemMessage> _deferredSystemMessages;

    private enum Readiness
    {
        Normal,
        Suspended,
        WaitingForChildren,
    }

    internal void Invoke(in Envelope envelope)
    {
        var message = envelope.Message;
        var influencesTimeout = _receiveTimeout is not null && message is not INotInfluenceReceiveTimeout;
        try
        {
            CurrentMessage = message;
            _sender = envelope.Sender ?? SystemImpl.DeadLetters;
            InvocationCount++;
            if (influencesTimeout)
                CancelReceiveTimeout();
            if (message is IAutoReceivedMessage automatic)
                AutoReceive(automatic);
            else
                ReceiveMessage(message);
            CurrentMessage = null;
        }
        catch (Exception cause)
        {
            HandleInvokeFailure(cause);
        }
        finally
        {
            if (_receiveTimeout is not null)
                CheckReceiveTimeout(influencesTimeout);
        }
    }

    internal void AutoReceive(IAutoReceivedMessage message)
    {
        switch (message)
        {
            case Terminated terminated:
                ReceivedTerminated(terminated);
                break;
            case Kill:
                throw new ActorKilledException("Kill");
            case PoisonPill:
                _self.Stop();
                break;
            case ActorSelectionMessage selection:
                new ActorSelection(_self, selection.Elements).Tell(selection.Message, _sender);
                break;
            case Identify identify:
                _sender.Tell(new ActorIdentity(identify.MessageId, _self));
                break;
        }
    }

    internal void SystemInvoke(SystemMessage message)
    {
        var readiness = CurrentReadiness();
        try
        {
            if (ShouldDefer(message, readiness))
                (_deferredSystemMessages ??= new Queue<SystemMessage>()).Enqueue(message);
            else
                Handle(message);
        }
        catch (Exception cause)
        {
            HandleInvokeFailure(cause);
        }

        if (CurrentReadiness() < readiness)
            InvokeDeferred();
    }

    private static bool ShouldDefer(SystemMessage message, Readiness readiness) => readiness switch
    {
        Readiness.WaitingForChildren => message is IStashWhenWaitingForChildren,
        Readiness.Suspended => message is IStashWhenFailed,
        _ => false,
    };

    private Readiness CurrentReadiness()
    {
        if (_children.IsWaitingForRestart)
            return Readiness.WaitingForChildren;
        return Mailbox.IsSuspended ? Readiness.Suspended : Readiness.Normal;
    }

    private void InvokeDeferred()
    {
        if (_deferredSystemMessages is not { } deferred)
            return;
        _deferredSystemMessages = null;
        foreach (var message in deferred)
        {
            if (IsTerminated)
                ToDeadLetters(message);
            else
                SystemInvoke(message);
        }
    }

    private void Handle(SystemMessage message)
    {
        switch (message)
        {
            case ActorTask task:
                task.Scheduler.Continue(task.Task);
                break;
            case Failed failed:
                HandleFailed(failed);
                break;
            case DeathWatchNotification notification:
                WatchedActorTerminated(notification);
                break;
            case Create:
                CreateActor();
                break;
            case Watch watch:
                AddWatcher(watch);
                break;
            case Unwatch unwatch:
                RemoveWatcher(unwatch);
                break;
            case Recreate recreate:
                FaultRecreate(recreate.Cause);
                break;
            case Dispatch.SysMsg.Suspend:
                FaultSuspend();
                break;
            case Resume resume:
                FaultResume(resume.CausedByFailure);
                break;
            case Dispatch.SysMsg.Terminate:
                Terminate();
                break;
        }
    }

    private void ReceiveMessage(object message) => _actor.AroundReceive(_behavior, message);

    /// <summary>Sets the message being handled: the payload of a timer for the stash, or that of a handler that goes on.</summary>
    internal void ReplaceCurrentMessage(object message) => CurrentMessage = message;

    private void Publish(LogEvent @event) => SystemImpl.EventStream.Publish(@event);
}
