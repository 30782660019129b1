using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Compat.Akka.Tests.Kit;

/// <summary>A scheduler whose clock moves only when a test says so.</summary>
public sealed class VirtualTimeScheduler(Config scheduler, ILoggingAdapter log) : SchedulerBase(scheduler, log)
{
    private readonly PriorityQueue<Item, (TimeSpan Due, long Order)> _items = new();
    private TimeSpan _elapsed;
    private long _order;

    public override TimeSpan MonotonicClock => _elapsed;

    public override TimeSpan HighResMonotonicClock => _elapsed;

    /// <summary>How many actions wait for their time and are not cancelled.</summary>
    public int PendingCount
    {
        get
        {
            lock (_items)
                return _items.UnorderedItems.Count(i => i.Element.Cancelable is not { IsCancellationRequested: true });
        }
    }

    protected override DateTimeOffset TimeNow => DateTimeOffset.UnixEpoch + _elapsed;

    /// <summary>Completes when at least so many actions wait.</summary>
    public async Task UntilPending(int count)
    {
        while (PendingCount < count)
            await Task.Yield();
    }

    /// <summary>Moves the clock and runs all that falls due, in order of time.</summary>
    public void Advance(TimeSpan by)
    {
        var end = _elapsed + by;
        while (TakeDue(end) is { } item)
        {
            if (item.Cancelable is { IsCancellationRequested: true })
                continue;
            item.Action();
            if (item.Interval is { } interval)
                Add(interval, item);
        }

        _elapsed = end;
    }

    protected override void InternalScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        Add(delay, new Item(() => receiver.Tell(message, sender), null, cancelable));

    protected override void InternalScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        Add(initialDelay, new Item(() => receiver.Tell(message, sender), interval, cancelable));

    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable) =>
        Add(delay, new Item(action, null, cancelable));

    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable cancelable) =>
        Add(delay, new Item(action.Run, null, cancelable));

    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable) =>
        Add(initialDelay, new Item(action, interval, cancelable));

    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable cancelable) =>
        Add(initialDelay, new Item(action.Run, interval, cancelable));

    private void Add(TimeSpan delay, Item item)
    {
        lock (_items)
            _items.Enqueue(item, (_elapsed + delay, _order++));
    }

    private Item? TakeDue(TimeSpan end)
    {
        lock (_items)
        {
            if (!_items.TryPeek(out var item, out var priority) || priority.Due > end)
                return null;
            _items.Dequeue();
            _elapsed = priority.Due;
            return item;
        }
    }

    private sealed record Item(Action Action, TimeSpan? Interval, ICancelable? Cancelable);
}
