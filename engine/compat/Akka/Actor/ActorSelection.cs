using System.Text.RegularExpressions;

namespace Akka.Actor;

/// <summary>A path with wildcards from an anchor; what it is told goes to all actors that match at that time.</summary>
public class ActorSelection : ICanTell
{
    public ActorSelection()
    {
    }

    public ActorSelection(IActorRef anchor, SelectionPathElement[] path)
    {
        Anchor = anchor;
        Path = path;
    }

    public ActorSelection(IActorRef anchor, string path)
        : this(anchor, path.Length == 0 ? [] : path.Split('/'))
    {
    }

    public ActorSelection(IActorRef anchor, IEnumerable<string> elements)
        : this(anchor, [.. elements.Where(e => e.Length > 0).Select(SelectionPathElement.Parse)])
    {
    }

    public IActorRef Anchor { get; }

    public SelectionPathElement[] Path { get; }

    public string PathString => "/" + string.Join('/', Path.AsEnumerable());

    public void Tell(object message, IActorRef sender = null) =>
        ActorSelectionDelivery.Deliver(Anchor, Path, message, sender ?? ActorCell.GetCurrentSelfOrNoSender());

    public Task<IActorRef> ResolveOne(TimeSpan timeout) => ResolveOne(timeout, CancellationToken.None);

    /// <summary>The first actor that answers.</summary>
    /// <exception cref="ActorNotFoundException">None does within the time.</exception>
    public async Task<IActorRef> ResolveOne(TimeSpan timeout, CancellationToken ct)
    {
        try
        {
            var identity = await this.Ask<ActorIdentity>(new Identify(null), timeout, ct).ConfigureAwait(false);
            return identity.Subject.IsNobody()
                ? throw new ActorNotFoundException($"No actor matches {this}.")
                : identity.Subject;
        }
        catch (Exception exception) when (exception is AskTimeoutException or OperationCanceledException)
        {
            throw new ActorNotFoundException($"No actor matching {this} answered within {timeout}.", exception);
        }
    }

    public override bool Equals(object obj) =>
        obj is ActorSelection other && Equals(Anchor, other.Anchor) && Path.AsSpan().SequenceEqual(other.Path);

    public override int GetHashCode() => HashCode.Combine(Anchor, Path.Length);

    public override string ToString() => $"ActorSelection[Anchor({Anchor.Path}), Path({PathString})]";
}

public abstract record SelectionPathElement
{
    internal static SelectionPathElement Parse(string element) => element switch
    {
        ".." => new SelectParent(),
        "**" => new SelectChildRecursive(),
        _ when element.AsSpan().ContainsAny('?', '*') => new SelectChildPattern(element),
        _ => new SelectChildName(element),
    };
}

public sealed record SelectParent : SelectionPathElement
{
    public override string ToString() => "..";
}

public sealed record SelectChildRecursive : SelectionPathElement
{
    public override string ToString() => "**";
}

public sealed record SelectChildName(string Name) : SelectionPathElement
{
    public override string ToString() => Name;
}

public sealed record SelectChildPattern(string PatternStr) : SelectionPathElement
{
    public override string ToString() => PatternStr;

    internal bool Matches(string name) =>
        Regex.IsMatch(name, "^" + Regex.Escape(PatternStr).Replace("\\*", ".*").Replace("\\?", ".") + "$", RegexOptions.NonBacktracking);
}

/// <summary>A message with the rest of its way.</summary>
public class ActorSelectionMessage : IAutoReceivedMessage, IPossiblyHarmful, IWrappedMessage
{
    public ActorSelectionMessage(object message, SelectionPathElement[] elements, bool wildCardFanOut = false)
    {
        Message = message;
        Elements = elements;
        WildCardFanOut = wildCardFanOut;
    }

    public object Message { get; }

    public SelectionPathElement[] Elements { get; }

    public bool WildCardFanOut { get; }
}
