using System.Runtime.CompilerServices;
using NasEngine.Cluster.Coordinating;

namespace NasEngine.Cluster;

/// <summary>The nodes as one search has them: those that cannot work for it are set aside. Of the coordinator's actor alone.</summary>
/// <param name="hasOthers">Whether the search has workers that are on no node.</param>
public sealed class SearchNodes(bool hasOthers)
{
    private const int FirstPause = 60;
    private const int LongestPause = 3600;

    /// <summary>One that is gone does not stay in it.</summary>
    private readonly ConditionalWeakTable<NodeEntry, Aside> _aside = [];

    /// <summary>Whether a node may have work of the search.</summary>
    internal bool MayUse(NodeEntry node) => !_aside.TryGetValue(node, out var aside) || node.Beats >= aside.Until;

    /// <summary>Whether there is anything else that may work, now or later.</summary>
    internal bool HaveOther(IEnumerable<NodeEntry> all) => hasOthers || all.Any(MayUse);

    /// <summary>A node gets no work of the search until it joins again.</summary>
    internal void SetAside(NodeEntry node) => _aside.AddOrUpdate(node, new Aside(long.MaxValue, 0));

    /// <summary>A node gets no work of the search for a while, each time for twice as long.</summary>
    /// <returns>For how many seconds.</returns>
    internal int SetAsideForAWhile(NodeEntry node)
    {
        var pause = Math.Clamp(2 * (_aside.TryGetValue(node, out var aside) ? aside.Pause : 0), FirstPause, LongestPause);
        _aside.AddOrUpdate(node, new Aside(node.Beats + pause, pause));
        return pause;
    }

    /// <param name="Until">The beat of the node, of which there is one a second, from which on it may be tried again.</param>
    /// <param name="Pause">Seconds from one to the other.</param>
    private sealed record Aside(long Until, int Pause);
}
