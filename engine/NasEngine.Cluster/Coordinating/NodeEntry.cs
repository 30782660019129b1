using Akka.Actor;
using NasEngine.Cluster.Messages;

namespace NasEngine.Cluster.Coordinating;

/// <summary>A node of the coordinator's, and who has its slots.</summary>
internal sealed class NodeEntry(IActorRef actor, Hello hello)
{
    /// <summary>It.</summary>
    public IActorRef Actor => actor;

    /// <summary>Its name.</summary>
    public string Name => hello.Name;

    /// <summary>Who has each slot; null where nobody does.</summary>
    public LeaseConnection?[] Slots { get; } = new LeaseConnection?[hello.Slots];

    /// <summary>Whether each slot said that it is free; a slot is given away on its own word alone.</summary>
    public bool[] IsFree { get; } = new bool[hello.Slots];

    /// <summary>How many slots can be given away.</summary>
    public int Free
    {
        get
        {
            var free = 0;
            for (var slot = 0; slot < Slots.Length; slot++)
            {
                free += Slots[slot] is null && IsFree[slot] ? 1 : 0;
            }

            return free;
        }
    }
}
