namespace Akka.Routing;

/// <summary>A message about the router itself.</summary>
public abstract class RouterManagementMessage;

public sealed class GetRoutees : RouterManagementMessage
{
    public static GetRoutees Instance { get; } = new();
}

/// <summary>The answer to <see cref="GetRoutees"/>.</summary>
public sealed class Routees
{
    public Routees(IEnumerable<Routee> routees) => Members = [.. routees];

    public IEnumerable<Routee> Members { get; }
}

public class RouterEnvelope
{
    public RouterEnvelope(object message) => Message = message;

    public object Message { get; }
}

/// <summary>Goes to every routee.</summary>
public class Broadcast : RouterEnvelope
{
    public Broadcast(object message)
        : base(message)
    {
    }
}
