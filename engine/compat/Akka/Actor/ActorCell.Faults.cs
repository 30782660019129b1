using System.Runtime.ExceptionServices;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

public sealed partial class ActorCell
{
    /// <summary>Whose failure has suspended this actor: itself or a child; null when it is healthy.</summary>
    private IActorRef _perpetrator;

    internal void HandleInvokeFailure(Exception cause, IReadOnlyCollection<IActorRef> alreadySuspended = null)
    {
        if (_perpetrator is not null)
            return;
        try
        {
            Mailbox.Suspend();
            if (CurrentMessage is Failed failed)
            {
                _perpetrator = failed.Child;
                alreadySuspended = [.. alreadySuspended ?? [], failed.Child];
            }
            else
            {
                _perpetrator = _self;
            }

            SuspendChildren(alreadySuspended);
            _parent.SendSystemMessage(new Failed(_self, cause, _self.Path.Uid));
        }
        catch (Exception emergency)
        {
            Publish(new Error(emergency, _self.Path.ToString(), ActorType, $"Emergency stop: exception in failure handling for {cause}"));
            StopChildren();
            FinishTerminate();
        }
    }

    private void HandleFailed(Failed failed)
    {
        CurrentMessage = failed;
        _sender = failed.Child;
        var stats = _children.StatsOf(failed.Child);
        if (stats is null || stats.Uid != failed.Uid)
        {
            Publish(new Debug(_self.Path.ToString(), ActorType, $"Dropping the failure of unknown child {failed.Child}: {failed.Cause}"));
            CurrentMessage = null;
            return;
        }

        if (!_actor.SupervisorStrategyInternal.HandleFailure(this, failed.Child, failed.Cause, stats, _children.AllStats()))
            ExceptionDispatchInfo.Throw(failed.Cause);
        CurrentMessage = null;
    }

    private void FaultRecreate(Exception cause)
    {
        if (_actor is null)
        {
            FaultCreate();
            return;
        }

        if (!_children.IsNormal)
        {
            FaultResume(null);
            return;
        }

        var failing = CurrentMessage;
        try
        {
            _actor.AroundPreRestart(cause, failing);
            (_actor as IActorStash)?.Stash?.UnstashAll();
        }
        catch (Exception exception)
        {
            Publish(new Error(new PreRestartException(_self, exception, cause, failing), _self.Path.ToString(), ActorType, exception.Message));
        }
        finally
        {
            ClearActor();
        }

        if (!_children.WaitFor(ChildrenReason.Recreation(cause)))
            FinishRecreate(cause);
    }

    private void FinishRecreate(Exception cause)
    {
        var survivors = _children.Snapshot();
        try
        {
            Mailbox.Resume();
            _perpetrator = null;
            _actor = NewActor();
            _actor.AroundPostRestart(cause, null);
            CheckReceiveTimeout(reschedule: true);
            PublishLifecycle("Restarted");
            foreach (var survivor in survivors)
                survivor.Restart(cause);
        }
        catch (Exception exception)
        {
            if (_actor is not null)
                ClearActor();
            HandleInvokeFailure(new PostRestartException(_self, Unwrap(exception), cause), survivors);
        }
    }

    private void FaultSuspend()
    {
        Mailbox.Suspend();
        SuspendChildren(null);
    }

    private void FaultResume(Exception causedByFailure)
    {
        if (_actor is null)
        {
            FaultCreate();
            return;
        }

        var perpetrator = _perpetrator;
        Mailbox.Resume();
        if (causedByFailure is not null)
            _perpetrator = null;
        foreach (var child in _children.Snapshot())
            child.Resume(child.Equals(perpetrator) ? causedByFailure : null);
    }

    /// <summary>Creates anew an actor whose constructor or PreStart failed.</summary>
    private void FaultCreate()
    {
        SetReceiveTimeout(null);
        StopChildren();
        if (!_children.WaitFor(ChildrenReason.Creation))
            FinishCreate();
    }

    private void FinishCreate()
    {
        Mailbox.Resume();
        _perpetrator = null;
        try
        {
            CreateActor();
        }
        catch (Exception cause)
        {
            HandleInvokeFailure(cause);
        }
    }

    private void SuspendChildren(IReadOnlyCollection<IActorRef> except)
    {
        foreach (var child in _children.Snapshot())
        {
            if (except is null || !except.Contains(child))
                child.Suspend();
        }
    }
}
