namespace Akka.Actor;

/// <summary>A message the cell handles itself before the actor's behaviour sees it.</summary>
public interface IAutoReceivedMessage;

/// <summary>A message that may harm a system that is exposed to the outside.</summary>
public interface IPossiblyHarmful;

/// <summary>A message that does not reset the receive time-out.</summary>
public interface INotInfluenceReceiveTimeout;

public interface INoSerializationVerificationNeeded;

public interface IWrappedMessage
{
    object Message { get; }
}
