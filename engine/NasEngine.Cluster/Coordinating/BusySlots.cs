using System.Collections.Immutable;

namespace NasEngine.Cluster.Coordinating;

/// <summary>How many slots of each node somebody has. Changed by the coordinator's actor alone, read by anybody.</summary>
internal sealed class BusySlots
{
    private ImmutableDictionary<long, int> _now = ImmutableDictionary<long, int>.Empty;

    /// <summary>As it is now, by the number of the node.</summary>
    public ImmutableDictionary<long, int> Now => Volatile.Read(ref _now);

    /// <summary>A node has changed.</summary>
    public void Count(NodeEntry node) =>
        Volatile.Write(ref _now, _now.SetItem(node.Ref.Id, node.Slots.Count(holder => holder is not null)));

    /// <summary>There are no nodes yet: another actor has them from here on.</summary>
    public void Clear() => Volatile.Write(ref _now, ImmutableDictionary<long, int>.Empty);

    /// <summary>A node is gone.</summary>
    public void Forget(NodeEntry node) => Volatile.Write(ref _now, _now.Remove(node.Ref.Id));
}
