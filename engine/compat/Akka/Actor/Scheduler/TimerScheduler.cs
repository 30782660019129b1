namespace Akka.Actor.Scheduler;

/// <summary>The timers of one incarnation of an actor.</summary>
internal sealed class TimerScheduler(ActorCell cell) : ITimerScheduler
{
    private readonly Dictionary<object, ActiveTimer> _timers = [];
    private int _generation;

    public IReadOnlyCollection<object> ActiveTimers => _timers.Keys;

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval) => Start(key, msg, interval, interval, ActorRefs.NoSender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender) => Start(key, msg, interval, interval, sender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval) => Start(key, msg, initialDelay, interval, ActorRefs.NoSender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender) => Start(key, msg, initialDelay, interval, sender);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout) => Start(key, msg, timeout, null, ActorRefs.NoSender);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender) => Start(key, msg, timeout, null, sender);

    public bool IsTimerActive(object key) => _timers.ContainsKey(key);

    public void Cancel(object key)
    {
        if (_timers.Remove(key, out var timer))
            timer.Task.Cancel();
    }

    public void CancelAll()
    {
        foreach (var timer in _timers.Values)
            timer.Task.Cancel();
        _timers.Clear();
    }

    /// <summary>The payload of a timer's message, or null when the timer has been cancelled, replaced or outlived.</summary>
    internal object Intercept(TimerMessage message, ActorBase receiver)
    {
        if (!ReferenceEquals((receiver as IWithTimers)?.Timers, this)
            || !_timers.TryGetValue(message.Key, out var timer)
            || timer.Generation != message.Generation)
            return null;
        if (!timer.Repeats)
            _timers.Remove(message.Key);
        return message.Message;
    }

    private void Start(object key, object payload, TimeSpan delay, TimeSpan? interval, IActorRef sender)
    {
        Cancel(key);
        var generation = ++_generation;
        var message = payload is INotInfluenceReceiveTimeout
            ? new QuietTimerMessage(key, generation, this, payload)
            : new TimerMessage(key, generation, this, payload);
        var scheduler = cell.System.Scheduler;
        var task = interval is { } period
            ? scheduler.ScheduleTellRepeatedlyCancelable(delay, period, cell.Self, message, sender)
            : scheduler.ScheduleTellOnceCancelable(delay, cell.Self, message, sender);
        _timers[key] = new ActiveTimer(generation, interval is not null, task);
    }

    private sealed record ActiveTimer(int Generation, bool Repeats, ICancelable Task);
}

/// <summary>Carries a timer's payload with the identity that tells whether it is still wanted.</summary>
internal class TimerMessage(object key, int generation, TimerScheduler owner, object message) : IWrappedMessage, INoSerializationVerificationNeeded
{
    public object Key { get; } = key;

    public int Generation { get; } = generation;

    public TimerScheduler Owner { get; } = owner;

    public object Message { get; } = message;
}

internal sealed class QuietTimerMessage(object key, int generation, TimerScheduler owner, object message)
    : TimerMessage(key, generation, owner, message), INotInfluenceReceiveTimeout;
