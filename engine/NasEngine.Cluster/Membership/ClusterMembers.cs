using Akka.Actor;
using Akka.Cluster;
using Member = Akka.Cluster.Cluster;

namespace NasEngine.Cluster.Membership;

/// <summary>
/// The members of the cluster as the coordinator has them. It alone shuts members out, and only those that it does not hear itself: that
/// two nodes cannot reach each other is no reason, as they have nothing to say to each other.
/// </summary>
/// <param name="unreachable">Members that any member says it cannot reach.</param>
/// <param name="shutOut">Has a member removed; it may join again as another one.</param>
internal sealed class ClusterMembers(Func<IEnumerable<Address>> unreachable, Action<Address> shutOut)
{
    private readonly Dictionary<Address, int> _strangers = [];
    private HashSet<Address> _unreachable = [];

    /// <summary>Those of a system; one without a cluster has none.</summary>
    public static ClusterMembers Of(ActorSystem system)
    {
        if (((ExtendedActorSystem)system).Provider is not IClusterActorRefProvider)
        {
            return new(() => [], _ => { });
        }

        var cluster = Member.Get(system);
        return new(
            () => cluster.State.Unreachable.Where(member => member.Status is not (MemberStatus.Down or MemberStatus.Removed))
                .Select(member => member.Address),
            cluster.Down);
    }

    /// <summary>Whether any member says that it cannot reach that one.</summary>
    public bool IsUnreachable(Address member) => _unreachable.Contains(member);

    /// <summary>A second passed: shuts out members that are lost before they said what they are.</summary>
    /// <param name="known">Those that said it.</param>
    public void Look(IReadOnlySet<Address> known)
    {
        _unreachable = [.. unreachable()];
        foreach (var found in _strangers.Keys.Where(member => !_unreachable.Contains(member) || known.Contains(member)).ToList())
        {
            _strangers.Remove(found);
        }

        foreach (var stranger in _unreachable.Where(member => !known.Contains(member)))
        {
            _strangers[stranger] = _strangers.GetValueOrDefault(stranger) + 1;
            if (Silence.IsLost(_strangers[stranger], isUnreachable: true))
            {
                ShutOut(stranger);
            }
        }
    }

    /// <summary>Has a member removed; it may join again as another one.</summary>
    public void ShutOut(Address member) => shutOut(member);
}
