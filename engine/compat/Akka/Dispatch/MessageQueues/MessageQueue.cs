using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>The user messages waiting for one actor: many writers, one reader.</summary>
internal abstract class MessageQueue
{
    public abstract bool HasMessages { get; }

    /// <summary>False when the queue refused the message.</summary>
    public abstract bool TryEnqueue(object message, IActorRef sender);

    public abstract bool TryDequeue(out Envelope envelope);
}
