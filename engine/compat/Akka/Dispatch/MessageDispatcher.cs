namespace Akka.Dispatch;

/// <summary>Gives threads to mailboxes.</summary>
public abstract class MessageDispatcher
{
    public const int DefaultThroughput = 30;

    private long _inhabitants;

    internal MessageDispatcher(string id, int throughput)
    {
        Id = id;
        Throughput = throughput;
    }

    public string Id { get; }

    /// <summary>Messages an actor may handle before it goes to the end of the line.</summary>
    public int Throughput { get; }

    internal long Inhabitants => Interlocked.Read(ref _inhabitants);

    public void Schedule(Action run) => Schedule(new ActionRunnable(run));

    public abstract void Schedule(IRunnable run);

    internal abstract void Execute(Mailbox mailbox);

    internal virtual void Attach() => Interlocked.Increment(ref _inhabitants);

    internal virtual void Detach() => Interlocked.Decrement(ref _inhabitants);
}
