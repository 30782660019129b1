namespace Akka.Actor;

/// <summary>Why an actor waits for children to end.</summary>
internal sealed record ChildrenReason(bool IsCreation, bool IsTermination, Exception Cause)
{
    public static readonly ChildrenReason UserRequest = new(false, false, null);
    public static readonly ChildrenReason Creation = new(true, false, null);
    public static readonly ChildrenReason Termination = new(false, true, null);

    public bool IsRestart => IsCreation || Cause is not null;

    public static ChildrenReason Recreation(Exception cause) => new(false, false, cause);
}
