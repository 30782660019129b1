using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>Something that arrives at a running search.</summary>
public abstract record SearchInput
{
    private protected SearchInput()
    {
    }
}

/// <summary>The run begins.</summary>
public sealed record RunStarted : SearchInput;

/// <summary>A worker waits for a machine, or has one now.</summary>
/// <param name="Slot">Its slot.</param>
/// <param name="Waits">Which of the two.</param>
public sealed record SlotWaits(int Slot, bool Waits) : SearchInput;

/// <summary>A worker is ready.</summary>
/// <param name="Slot">Its slot.</param>
/// <param name="Stateful">Whether its candidates build on each other.</param>
public sealed record SlotReady(int Slot, bool Stateful) : SearchInput
{
    /// <summary>Mean cross-entropy of guessing among the classes of its data, nats; null where it has none.</summary>
    public double? GuessingLoss { get; init; }
}

/// <summary>A worker did not start, and goes.</summary>
public sealed record SlotFailed(int Slot, string Reason) : SearchInput
{
    /// <summary>The node that is to blame; null where it is none.</summary>
    public NodeRef? Node { get; init; }
}

/// <summary>A worker found that what the user gave cannot work, and goes.</summary>
public sealed record InputRejected(int Slot, InputException Problem) : SearchInput;

/// <summary>A worker is gone: it was told to go, it failed, or it ended without a word.</summary>
public sealed record SlotGone(int Slot) : SearchInput;

/// <summary>A result came.</summary>
/// <param name="Slot">Where from.</param>
/// <param name="Lease">Of the attempt.</param>
/// <param name="Measurement">What was measured, costs included.</param>
/// <param name="Latency">A finalist's latency, which is a time and kept apart.</param>
/// <param name="FinalScore">What a finalist is ranked by.</param>
public sealed record JobMeasured(
    int Slot, long Lease, Measurement Measurement, LatencyMeasurement? Latency = null, FinalScore? FinalScore = null) : SearchInput
{
    /// <summary>Seconds since the job was assigned.</summary>
    public double Seconds { get; init; }

    /// <summary>The node that it was on; null where it was on none.</summary>
    public NodeRef? Node { get; init; }

    /// <summary>Who had it.</summary>
    public WorkedBy By => new(Slot + 1, Seconds) { Node = Node?.Id ?? 0 };
}

/// <summary>A network is measured but for its latency.</summary>
public sealed record LatencyWanted(int Slot, long Lease, Measurement Measurement) : SearchInput;

/// <summary>An attempt is lost with its worker, which goes.</summary>
public sealed record JobLost(int Slot, long Lease, string Reason) : SearchInput
{
    /// <summary>The node that was lost; null where the worker alone was.</summary>
    public NodeRef? Node { get; init; }

    /// <summary>Seconds since the job was assigned.</summary>
    public double Seconds { get; init; }
}

/// <summary>The strategy had its turn.</summary>
/// <param name="Turn">What it did.</param>
/// <param name="Saved">Its state after that, where it was asked for.</param>
public sealed record TurnTaken(Turn Turn, byte[]? Saved) : SearchInput;

/// <summary>The strategy named its winners; none leaves the choice to the engine.</summary>
public sealed record WinnersNamed(
    ImmutableArray<Architecture> Architectures, ImmutableSortedDictionary<string, ImmutableArray<double>> Alphas) : SearchInput;

/// <summary>The strategy saved its state for a swap.</summary>
public sealed record StrategySaved(byte[] Saved) : SearchInput;

/// <summary>A part of a plugin threw, returned nonsense or did not return: the search cannot go on.</summary>
/// <param name="Reason">One sentence that names it.</param>
public sealed record PartFailed(string Reason) : SearchInput
{
    /// <summary>What it threw, for who wrote it; null when it threw nothing.</summary>
    public Exception? Problem { get; init; }
}

/// <summary>The wall time of the budget has passed.</summary>
public sealed record TimePassed : SearchInput;

/// <summary>It is time for a checkpoint.</summary>
public sealed record CheckpointFallsDue : SearchInput;

/// <summary>A checkpoint is in a file, whole and on disk.</summary>
public sealed record CheckpointWritten(int Slot, CheckpointSaved Saved) : SearchInput;

/// <summary>A checkpoint could not be written; the worker is sound.</summary>
public sealed record CheckpointRefused(int Slot, string Reason) : SearchInput;

/// <summary>The first so many events of this run are on disk.</summary>
public sealed record EventsWritten(long Count) : SearchInput;

/// <summary>Somebody wants it to stop.</summary>
public sealed record StopAsked : SearchInput;

/// <summary>Somebody wants it to begin nothing new.</summary>
public sealed record PauseAsked : SearchInput;

/// <summary>Somebody wants it to go on after a pause.</summary>
public sealed record ResumeAsked : SearchInput;

/// <summary>Somebody writes something down, see <see cref="Noted"/>.</summary>
public sealed record NoteGiven(string Text, long? Candidate) : SearchInput;

/// <summary>A node joined or left.</summary>
public sealed record NodeHeard(NodeHappened Happened) : SearchInput;

/// <summary>Somebody wants a plugin swapped.</summary>
public sealed record SwapAsked(int Swap) : SearchInput;

/// <summary>The new version is loaded and its strategy stands where the old one stands.</summary>
public sealed record SwapLoaded(int Swap, PluginsChanged Change) : SearchInput;

/// <summary>The new version does not fit.</summary>
public sealed record SwapFailed(int Swap, string Reason) : SearchInput;

/// <summary>The new version is in use.</summary>
public sealed record SwapCommitted(int Swap) : SearchInput;
