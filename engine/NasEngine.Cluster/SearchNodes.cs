using System.Runtime.CompilerServices;
using NasEngine.Cluster.Coordinating;
using NasEngine.Contracts;

namespace NasEngine.Cluster;

/// <summary>
/// The nodes as the work of one kind of one search has them: those that it may have, without those that are set aside since they cannot do
/// it. Of the coordinator's actor alone.
/// </summary>
/// <param name="hasOthers">Whether the work can be done on no node as well.</param>
public sealed class SearchNodes(bool hasOthers)
{
    private const int FirstPause = 60;
    private const int LongestPause = 3600;

    /// <summary>One that is gone does not stay in it.</summary>
    private readonly ConditionalWeakTable<NodeEntry, Aside> _aside = [];

    private readonly HashSet<string> _cannot = new(StringComparer.Ordinal);
    private bool _saidThatItWaits, _anyAside;

    /// <summary>What it is, as the subject of a sentence: <c>the trials of search 'x'</c>.</summary>
    public string Work { get; init; } = "workers";

    /// <summary>Tags that a node must have.</summary>
    public MachineTags Wanted { get; init; } = MachineTags.None;

    /// <summary>Tags of nodes that the search needs for other work; null for none.</summary>
    public MachineTags? Spared { get; init; }

    /// <summary>Whether a node may have the work.</summary>
    internal bool MayUse(NodeEntry node) =>
        IsFor(node) && (!_anyAside || !_aside.TryGetValue(node, out var aside) || node.Beats >= aside.Until);

    /// <summary>Whether there is anything else that may do it, now or later.</summary>
    internal bool HaveOther(IEnumerable<NodeEntry> all) => hasOthers || all.Any(MayUse);

    /// <summary>That the work waits, and for what; null where it does not, and where it was said since it last did not.</summary>
    internal string? Waits(IReadOnlyCollection<NodeEntry> all)
    {
        var (saidBefore, waits) = (_saidThatItWaits, !HaveOther(all));
        _saidThatItWaits = waits;
        return waits && !saidBefore ? NodeWaitText.Of(Work, Wanted, [.. all.Select(node => node.Tags)], all.Any(IsFor)) : null;
    }

    /// <summary>A node says that what it was given cannot work; it gets none of the work until it joins again.</summary>
    internal void SetAside(NodeEntry node)
    {
        _cannot.Add(node.Name);
        PutAside(node, new Aside(long.MaxValue, 0));
    }

    /// <summary>Whether several nodes say so: then it is not a machine that lacks something.</summary>
    internal bool SeveralCannot => _cannot.Count > 1;

    /// <summary>A node gets none of the work for a while, each time for twice as long.</summary>
    /// <returns>For how many seconds.</returns>
    internal int SetAsideForAWhile(NodeEntry node)
    {
        var pause = Math.Clamp(2 * (_aside.TryGetValue(node, out var aside) ? aside.Pause : 0), FirstPause, LongestPause);
        PutAside(node, new Aside(node.Beats + pause, pause));
        return pause;
    }

    private void PutAside(NodeEntry node, Aside aside)
    {
        _anyAside = true;
        _aside.AddOrUpdate(node, aside);
    }

    private bool IsFor(NodeEntry node) => node.Tags.Have(Wanted) && (Spared is null || !node.Tags.Have(Spared));

    /// <param name="Until">The beat of the node, of which there is one a second, from which on it may be tried again.</param>
    /// <param name="Pause">Seconds from one to the other.</param>
    private sealed record Aside(long Until, int Pause);
}
