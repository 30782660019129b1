using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>
/// A linked queue where writers never wait: a writer swaps itself in as the newest node and then links its predecessor
/// to it. Source: D. Vyukov, "Non-intrusive MPSC node-based queue".
/// </summary>
internal sealed class UnboundedMessageQueue : MessageQueue
{
    private Node _newest;
    private Node _consumed;

    public UnboundedMessageQueue() => _newest = _consumed = new Node(null, null);

    public override bool HasMessages => Volatile.Read(ref _newest) != _consumed;

    public override bool TryEnqueue(object message, IActorRef sender)
    {
        var node = new Node(message, sender);
        var previous = Interlocked.Exchange(ref _newest, node);
        Volatile.Write(ref previous.Next, node);
        return true;
    }

    public override bool TryDequeue(out Envelope envelope)
    {
        var consumed = _consumed;
        var next = Volatile.Read(ref consumed.Next);
        if (next is null)
        {
            if (Volatile.Read(ref _newest) == consumed)
            {
                envelope = default;
                return false;
            }

            next = AwaitLink(consumed);
        }

        // A consumed node that was promoted by the collector must not keep its younger successors alive.
        consumed.Next = null;
        _consumed = next;
        envelope = new Envelope(next.Message, next.Sender);
        next.Message = null;
        next.Sender = null;
        return true;
    }

    private static Node AwaitLink(Node node)
    {
        var spin = new SpinWait();
        Node next;
        while ((next = Volatile.Read(ref node.Next)) is null)
            spin.SpinOnce(sleep1Threshold: -1);
        return next;
    }

    private sealed class Node(object message, IActorRef sender)
    {
        public object Message = message;
        public IActorRef Sender = sender;
        public Node Next;
    }
}
