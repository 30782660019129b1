using Akka.Actor;
using NasEngine.Cluster.Messages;
using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Cluster.Coordinating;

/// <summary>A node of the coordinator's, and who has its slots.</summary>
/// <param name="actor">It.</param>
/// <param name="id">Its number.</param>
/// <param name="hello">What it said of itself.</param>
/// <param name="tags">What it is good for.</param>
/// <param name="coordinator">Number of the coordinator.</param>
/// <param name="ahead">By how much its clock is ahead.</param>
internal sealed class NodeEntry(IActorRef actor, long id, Hello hello, MachineTags tags, long coordinator, TimeSpan ahead)
{
    /// <summary>It.</summary>
    public IActorRef Actor => actor;

    /// <summary>It, for the journal.</summary>
    public NodeRef Ref { get; } = new(id, hello.Name);

    /// <summary>That it has joined.</summary>
    public NodeHappened Joined => new(Ref, new NodeJoined(new(
        coordinator, $"{actor.Path.Address.Host}:{actor.Path.Address.Port}", hello.Slots, hello.Device, hello.Engine, hello.Contracts,
        ahead.TotalSeconds) { Tags = tags.Text, Hardware = Hardware }));

    /// <summary>What it computes on; empty where it does not say.</summary>
    public string Hardware => hello.Hardware ?? "";

    /// <summary>Its name.</summary>
    public string Name => hello.Name;

    /// <summary>What it is good for.</summary>
    public MachineTags Tags => tags;

    /// <summary>How often it said that it lives, once a second.</summary>
    public long Beats { get; set; }

    /// <summary>Seconds since it was heard of.</summary>
    public int Silent { get; set; }

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
