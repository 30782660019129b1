using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>A queue of limited length: a writer waits up to the push time-out for a place, then is refused.</summary>
internal sealed class BoundedMessageQueue(int capacity, TimeSpan pushTimeOut) : MessageQueue
{
    private readonly UnboundedMessageQueue _queue = new();
    private readonly SemaphoreSlim _places = new(capacity, capacity);

    public override bool HasMessages => _queue.HasMessages;

    public override bool TryEnqueue(object message, IActorRef sender) =>
        _places.Wait(pushTimeOut) && _queue.TryEnqueue(message, sender);

    public override bool TryDequeue(out Envelope envelope)
    {
        if (!_queue.TryDequeue(out envelope))
            return false;
        _places.Release();
        return true;
    }
}
