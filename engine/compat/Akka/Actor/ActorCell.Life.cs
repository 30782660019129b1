using System.Reflection;
using Akka.Event;

namespace Akka.Actor;

public sealed partial class ActorCell
{
    private void CreateActor()
    {
        try
        {
            _actor = NewActor();
            _actor.AroundPreStart();
            CheckReceiveTimeout(reschedule: true);
            PublishLifecycle("Started");
        }
        catch (Exception cause)
        {
            if (_actor is not null)
                ClearActor();
            _actor = null;
            throw new ActorInitializationException(_self, "Exception during creation", Unwrap(cause));
        }
    }

    private ActorBase NewActor()
    {
        ClearBehaviors();
        var actor = Props.NewActor()
            ?? throw new ActorInitializationException(_self, $"Actor instance for {_self.Path} must not be null; check the Props.");
        if (actor is IActorStash stashing)
            stashing.Stash ??= new Internal.ActorStash(this, actor is IWithUnboundedStash ? Deploy.NoStashSize : Props.Deploy.StashCapacity);
        (actor as Internal.IInitializableActor)?.Init();
        if (Props.SupervisorStrategy is { } strategy)
            actor.SupervisorStrategyInternal = strategy;
        return actor;
    }

    /// <summary>Ends an incarnation. The instance stays, as its strategy is asked until the next one is there.</summary>
    private void ClearActor()
    {
        Props.Release(_actor);
        _actor.Clear(_self);
        ClearBehaviors();
        CurrentMessage = null;
    }

    private void Terminate()
    {
        SetReceiveTimeout(null);
        UnwatchWatchedActors();
        _children.Close();
        StopChildren();
        var wasTerminating = _children.IsTerminating;
        if (!_children.WaitFor(ChildrenReason.Termination))
        {
            FinishTerminate();
        }
        else if (!wasTerminating)
        {
            Mailbox.Suspend();
            _perpetrator = _self;
            PublishLifecycle("Stopping");
        }
    }

    private void FinishTerminate()
    {
        try
        {
            if (_actor is not null)
            {
                _actor.AroundPostStop();
                (_actor as IActorStash)?.Stash?.UnstashAll();
            }
        }
        catch (Exception cause)
        {
            Publish(new Error(cause, _self.Path.ToString(), ActorType, cause.Message));
        }
        finally
        {
            // Before the mailbox closes: a subscriber to dead letters must not get its own.
            SystemImpl.EventStream.Unsubscribe(_self);
            Mailbox.Close();
            Dispatcher.Detach();
            _parent.SendSystemMessage(new Dispatch.SysMsg.DeathWatchNotification(_self, existenceConfirmed: true, addressTerminated: false));
            TellWatchersWeDied();
            UnwatchWatchedActors();
            PublishLifecycle("Stopped");
            if (_actor is not null)
                ClearActor();
            _actor = null;
        }
    }

    private void StopChildren()
    {
        foreach (var child in _children.Snapshot())
            Stop(child);
    }

    private void PublishLifecycle(string happened)
    {
        if (SystemImpl.Settings.DebugLifecycle)
            Publish(new Debug(_self.Path.ToString(), ActorType, happened));
    }

    private static Exception Unwrap(Exception exception) =>
        exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
}
