using System.Collections.Concurrent;

namespace NasEngine.Cluster.Coordinating;

/// <summary>How many slots of each node somebody has. Changed by the coordinator's actor alone, read by anybody.</summary>
internal sealed class BusySlots
{
    private readonly ConcurrentDictionary<long, int> _now = new();

    /// <summary>As it is now, by the number of the node.</summary>
    public IReadOnlyDictionary<long, int> Now => _now;

    /// <summary>A node has changed.</summary>
    public void Count(NodeEntry node) => _now[node.Ref.Id] = node.Slots.Count(holder => holder is not null);

    /// <summary>There are no nodes yet: another actor has them from here on.</summary>
    public void Clear() => _now.Clear();

    /// <summary>A node is gone.</summary>
    public void Forget(NodeEntry node) => _now.TryRemove(node.Ref.Id, out _);
}
