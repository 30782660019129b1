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

/// <summary>It is one of those that lend their workers, from here on or already when the run began.</summary>
/// <param name="Facts">What it says of itself.</param>
public sealed record NodeJoined(NodeFacts Facts) : NodeNews;

/// <summary>It lends no workers any more.</summary>
/// <param name="Reason">One sentence.</param>
public sealed record NodeLeft(string Reason) : NodeNews;

/// <summary>A worker did not start there.</summary>
/// <param name="Reason">One sentence.</param>
public sealed record StartFailed(string Reason) : NodeNews;

/// <summary>What a node says of itself.</summary>
/// <param name="Coordinator">Number of the coordinator that it joined: when that is lost, so is the node, without a word.</param>
/// <param name="Address">Where it is, as <c>HOST:PORT</c>.</param>
/// <param name="Slots">Workers side by side, at least 1.</param>
/// <param name="Device">Where its workers have their tensors; null where it leaves that to the search.</param>
/// <param name="Engine">Version of the program.</param>
/// <param name="Contracts">Version of the plugins' contract.</param>
/// <param name="ClockAhead">
/// Seconds that its clock was ahead of the coordinator's when it joined, negative where it was behind; to within the time that a message
/// takes.
/// </param>
public sealed record NodeFacts(
    long Coordinator, string Address, int Slots, string? Device, string Engine, string Contracts, double ClockAhead)
{
    /// <summary>Its tags, joined by commas; empty where it has none.</summary>
    public string Tags { get; init; } = "";

    /// <summary>What it computes on: the model of its processor, before it that of its GPU if any; empty where it did not say.</summary>
    public string Hardware { get; init; } = "";
}
