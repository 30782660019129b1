namespace NasEngine.Search;

/// <summary>
/// Something happened to a node that lends its workers. It is a circumstance: the state of a search does not depend on it, and a search
/// that was spread over others ends the same.
/// </summary>
/// <param name="Node">The node.</param>
/// <param name="News">What happened.</param>
public sealed record NodeHappened(NodeRef Node, NodeNews News) : SearchEvent;

/// <summary>A node, from when it joined until it is gone.</summary>
/// <param name="Id">Its number; when it joins again it has another one.</param>
/// <param name="Name">What people call it; several nodes may have the same.</param>
public sealed record NodeRef(long Id, string Name);

/// <summary>News of a node.</summary>
public abstract record NodeNews
{
    private protected NodeNews()
    {
    }
}

/// <summary>A candidate was lost with the node, or cannot be worked on there, and is given elsewhere: that is no attempt at it.</summary>
/// <param name="Number">The candidate.</param>
/// <param name="Reason">One sentence.</param>
public sealed record CandidateLeft(long Number, string Reason) : NodeNews;
