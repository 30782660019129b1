using NasEngine.Cluster.Messages;

namespace NasEngine.Cluster.Nodes;

/// <summary>A worker of a slot said something.</summary>
internal sealed record SlotSaid(FromSlot Message);

/// <summary>The worker of a slot has ended.</summary>
internal sealed record SlotEnded;
