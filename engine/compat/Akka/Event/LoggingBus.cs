using Akka.Actor;

namespace Akka.Event;

/// <summary>An event stream that also knows the level of the log.</summary>
public class LoggingBus
{
    /// <summary>For each type of event its subscribers, worked out at its first publication.</summary>
    private readonly Dictionary<Type, IActorRef[]> _receivers = [];
    private readonly List<(IActorRef Subscriber, Type Channel)> _subscriptions = [];
    private volatile Dictionary<Type, IActorRef[]> _snapshot = [];

    public LogLevel LogLevel { get; private set; } = LogLevel.InfoLevel;

    public void SetLogLevel(LogLevel logLevel) => LogLevel = logLevel;

    /// <summary>Tells an event to all who subscribed to its type, a base type or an interface of it.</summary>
    public void Publish(object @event)
    {
        if (!_snapshot.TryGetValue(@event.GetType(), out var receivers))
            receivers = FindReceivers(@event.GetType());
        foreach (var receiver in receivers)
            receiver.Tell(@event, ActorRefs.NoSender);
    }

    /// <summary>False when the subscription was there already.</summary>
    public virtual bool Subscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        lock (_subscriptions)
        {
            if (_subscriptions.Contains((subscriber, channel)))
                return false;
            _subscriptions.Add((subscriber, channel));
            Forget();
            return true;
        }
    }

    public virtual bool Unsubscribe(IActorRef subscriber, Type channel) => RemoveAll(s => s.Channel == channel && s.Subscriber.Equals(subscriber));

    public virtual bool Unsubscribe(IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return RemoveAll(s => s.Subscriber.Equals(subscriber));
    }

    private bool RemoveAll(Predicate<(IActorRef Subscriber, Type Channel)> match)
    {
        lock (_subscriptions)
        {
            if (_subscriptions.RemoveAll(match) == 0)
                return false;
            Forget();
            return true;
        }
    }

    private void Forget()
    {
        _receivers.Clear();
        _snapshot = [];
    }

    private IActorRef[] FindReceivers(Type type)
    {
        lock (_subscriptions)
        {
            var receivers = _subscriptions.Where(s => s.Channel.IsAssignableFrom(type)).Select(s => s.Subscriber).Distinct().ToArray();
            _receivers[type] = receivers;
            _snapshot = new Dictionary<Type, IActorRef[]>(_receivers);
            return receivers;
        }
    }
}
