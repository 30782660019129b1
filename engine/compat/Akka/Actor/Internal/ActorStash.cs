namespace Akka.Actor.Internal;

/// <summary>A stash that gives its messages back to the front of the mailbox, in their old order.</summary>
internal sealed class ActorStash(ActorCell cell, int capacity) : IStash
{
    private readonly LinkedList<Envelope> _stashed = [];
    private long _lastStashed = -1;

    public int Count => _stashed.Count;

    public bool IsEmpty => Count == 0;

    public bool NonEmpty => Count > 0;

    public bool IsFull => capacity > 0 && Count >= capacity;

    public int Capacity => capacity;

    public void Stash()
    {
        var message = cell.CurrentMessage;
        if (cell.InvocationCount == _lastStashed)
            throw new IllegalActorStateException($"Can't stash the same message {message} more than once");
        if (IsFull)
            throw new StashOverflowException($"Couldn't enqueue message {message} to the stash of {cell.Self}: its capacity is {capacity}.");
        _lastStashed = cell.InvocationCount;
        _stashed.AddLast(new Envelope(message, cell.Sender));
    }

    public void Unstash()
    {
        if (IsEmpty)
            return;
        cell.Prepend(_stashed.First.Value);
        _stashed.RemoveFirst();
    }

    public void UnstashAll() => UnstashAll(static _ => true);

    /// <summary>Gives back those that satisfy the predicate; the others are dropped.</summary>
    public void UnstashAll(Func<Envelope, bool> predicate)
    {
        for (var node = _stashed.Last; node is not null; node = node.Previous)
        {
            if (predicate(node.Value))
                cell.Prepend(node.Value);
        }

        _stashed.Clear();
    }

    public IEnumerable<Envelope> ClearStash()
    {
        var cleared = _stashed.ToArray();
        _stashed.Clear();
        return cleared;
    }

    public void Prepend(IEnumerable<Envelope> envelopes)
    {
        foreach (var envelope in envelopes.Reverse())
            _stashed.AddFirst(envelope);
    }
}
