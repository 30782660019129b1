using NasEngine.Cluster.Messages;

namespace NasEngine.Cluster.Nodes;

/// <summary>A worker of a slot said something.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Message">What it said.</param>
/// <param name="IsAnswer">Whether it is said until it was taken.</param>
internal sealed record SlotSaid(int Slot, FromSlot Message, bool IsAnswer);

/// <summary>The worker of a slot has ended.</summary>
internal sealed record SlotEnded(int Slot);

/// <summary>A second has passed.</summary>
internal sealed record SecondPassed
{
    public static SecondPassed Instance { get; } = new();
}
