namespace NasEngine.Pipeline.Journal;

/// <summary>A search at one place of its journal, so that a resume need not replay what came before.</summary>
/// <param name="Sequence">Number of the last event in it.</param>
/// <param name="State">The state's record as MessagePack.</param>
/// <param name="Strategy">What the strategy saved.</param>
public sealed record Snapshot(long Sequence, byte[] State, byte[] Strategy);
