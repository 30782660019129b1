namespace Akka.Actor;

/// <summary>Walks a selection's path and tells the message to what it finds at the end.</summary>
internal static class ActorSelectionDelivery
{
    public static void Deliver(IActorRef anchor, ReadOnlySpan<SelectionPathElement> path, object message, IActorRef sender, bool fanOut = false)
    {
        if (path.IsEmpty)
        {
            anchor.Tell(message, sender);
            return;
        }

        if (anchor is not LocalActorRef local)
        {
            Miss(anchor, message, sender, fanOut);
            return;
        }

        var rest = path[1..];
        switch (path[0])
        {
            case SelectParent:
                Deliver(local.Parent, rest, message, sender, fanOut);
                break;
            case SelectChildName { Name: var name } when local.GetSingleChild(name) is var child && !child.IsNobody():
                Deliver(child, rest, message, sender, fanOut);
                break;
            case SelectChildPattern pattern when local.Children.Where(c => pattern.Matches(c.Path.Name)).ToArray() is { Length: > 0 } matches:
                foreach (var match in matches)
                    Deliver(match, rest, message, sender, fanOut: true);
                break;
            case SelectChildRecursive when rest.IsEmpty:
                foreach (var child in local.Children)
                {
                    child.Tell(message, sender);
                    Deliver(child, path, message, sender, fanOut: true);
                }

                break;
            default:
                Miss(anchor, message, sender, fanOut);
                break;
        }
    }

    /// <summary>Nobody is there: a dead letter, unless other branches of a wildcard may have matched.</summary>
    private static void Miss(IActorRef anchor, object message, IActorRef sender, bool fanOut)
    {
        if (fanOut)
            return;
        var provider = ((IInternalActorRef)anchor).Provider;
        if (message is Identify identify)
            sender?.Tell(new ActorIdentity(identify.MessageId, ActorRefs.Nobody), provider.DeadLetters);
        else
            provider.DeadLetters.Tell(new Event.DeadLetter(message, sender ?? provider.DeadLetters, anchor), sender);
    }
}
