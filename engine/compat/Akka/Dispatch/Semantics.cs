namespace Akka.Dispatch;

public interface ISemantics;

public interface IUnboundedMessageQueueSemantics : ISemantics;

public interface IDequeBasedMessageQueueSemantics : ISemantics;

public interface IUnboundedDequeBasedMessageQueueSemantics : IDequeBasedMessageQueueSemantics, IUnboundedMessageQueueSemantics;

/// <summary>Says what an actor needs of its mailbox.</summary>
public interface IRequiresMessageQueue<T>
    where T : ISemantics;
