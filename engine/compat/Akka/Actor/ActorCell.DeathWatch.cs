using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

public sealed partial class ActorCell
{
    /// <summary>The watched, each with the message to receive at its end, or null for Terminated.</summary>
    private Dictionary<IActorRef, object> _watching;

    /// <summary>Those whose Terminated is in the mailbox but not yet received.</summary>
    private Dictionary<IActorRef, object> _terminatedQueued;

    private HashSet<IInternalActorRef> _watchedBy;

    public IActorRef Watch(IActorRef subject) => StartWatching(subject, message: null);

    public IActorRef WatchWith(IActorRef subject, object message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return StartWatching(subject, message);
    }

    public IActorRef Unwatch(IActorRef subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (_watching is not null && _watching.Remove(subject))
        {
            var watchee = (IInternalActorRef)subject;
            watchee.SendSystemMessage(new Unwatch(watchee, _self));
        }

        // A Terminated that already waits in the mailbox must not be received any more.
        _terminatedQueued?.Remove(subject);
        return subject;
    }

    private IActorRef StartWatching(IActorRef subject, object message)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (!subject.Equals(_self) && (_watching ??= []).TryAdd(subject, message))
        {
            var watchee = (IInternalActorRef)subject;
            watchee.SendSystemMessage(new Watch(watchee, _self));
        }

        return subject;
    }

    private void AddWatcher(Watch watch)
    {
        if (watch.Watchee.Equals(_self))
            (_watchedBy ??= []).Add(watch.Watcher);
        else
            Watch(watch.Watchee);
    }

    private void RemoveWatcher(Unwatch unwatch)
    {
        if (unwatch.Watchee.Equals(_self))
            _watchedBy?.Remove(unwatch.Watcher);
        else
            Unwatch(unwatch.Watchee);
    }

    private void WatchedActorTerminated(DeathWatchNotification notification)
    {
        var subject = notification.Actor;
        if (_watching is not null && _watching.Remove(subject, out var message) && !_children.IsTerminating)
        {
            (_terminatedQueued ??= [])[subject] = message;
            _self.Tell(new Terminated(subject, notification.ExistenceConfirmed, notification.AddressTerminated), subject);
        }

        if (_children.IsMember(subject))
            HandleChildTerminated(subject);
    }

    private void ReceivedTerminated(Terminated terminated)
    {
        if (_terminatedQueued is not null && _terminatedQueued.Remove(terminated.ActorRef, out var message))
            ReceiveMessage(message ?? terminated);
    }

    private void TellWatchersWeDied()
    {
        if (_watchedBy is not { } watchers)
            return;
        _watchedBy = null;
        foreach (var watcher in watchers)
        {
            // The parent hears of it anyway.
            if (!watcher.Equals(_parent))
                watcher.SendSystemMessage(new DeathWatchNotification(_self, existenceConfirmed: true, addressTerminated: false));
        }
    }

    private void UnwatchWatchedActors()
    {
        if (_watching is { } watched)
        {
            _watching = null;
            foreach (var watchee in watched.Keys.Cast<IInternalActorRef>())
                watchee.SendSystemMessage(new Unwatch(watchee, _self));
        }

        _terminatedQueued = null;
    }
}
