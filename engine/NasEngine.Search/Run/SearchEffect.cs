using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>Something to be done for a running search.</summary>
public abstract record SearchEffect
{
    private protected SearchEffect()
    {
    }
}

/// <summary>Let the strategy do what it can in this state. Answered by <see cref="TurnTaken"/>.</summary>
/// <param name="State">The state.</param>
/// <param name="Save">Whether it is to save its state after that.</param>
public sealed record TakeTurn(SearchState State, bool Save) : SearchEffect;

/// <summary>Ask the strategy for its winners. Answered by <see cref="WinnersNamed"/>.</summary>
public sealed record NameWinners(int Count) : SearchEffect;

/// <summary>Let the strategy save its state. Answered by <see cref="StrategySaved"/>.</summary>
public sealed record SaveStrategy : SearchEffect;

/// <summary>
/// Train and measure. Answered by <see cref="JobMeasured"/>, <see cref="LatencyWanted"/>, <see cref="JobLost"/>,
/// <see cref="InputRejected"/> or <see cref="PartFailed"/>.
/// </summary>
public sealed record AssignJob(int Slot, Job Job) : SearchEffect;

/// <summary>Measure the latency that is still wanted; nothing else runs meanwhile. Answered as <see cref="AssignJob"/>.</summary>
/// <param name="Slot">Where.</param>
/// <param name="Job">The job.</param>
/// <param name="Measurement">What is measured already.</param>
public sealed record MeasureLatency(int Slot, Job Job, Measurement Measurement) : SearchEffect;

/// <summary>Start a worker. Answered by <see cref="SlotReady"/>, <see cref="SlotFailed"/> or <see cref="InputRejected"/>.</summary>
/// <param name="Slot">Where.</param>
/// <param name="Failures">Failures before it; each doubles the wait.</param>
/// <param name="Swap">The swap on whose version of a plugin it is to run; null for the version in use.</param>
/// <param name="Checkpoints">
/// Checkpoints for a worker whose candidates build on each other to go on from, with the steps after them; null when the
/// candidates are not needed any more.
/// </param>
public sealed record StartWorker(int Slot, int Failures, int? Swap, ImmutableArray<CheckpointSaved>? Checkpoints) : SearchEffect;

/// <summary>End a worker. Answered by <see cref="SlotGone"/>.</summary>
public sealed record StopWorker(int Slot) : SearchEffect;

/// <summary>
/// Write a checkpoint. Answered by <see cref="CheckpointWritten"/>, <see cref="CheckpointRefused"/> or <see cref="SlotGone"/>.
/// </summary>
/// <param name="Slot">The worker with the weights.</param>
/// <param name="Number">The candidate that they stand after.</param>
public sealed record SaveCheckpoint(int Slot, long Number) : SearchEffect;

/// <summary>A checkpoint is over, written or not; the next is due after a while.</summary>
public sealed record AwaitCheckpoint : SearchEffect;

/// <summary>Load the new version. Answered by <see cref="SwapLoaded"/> or <see cref="SwapFailed"/>.</summary>
public sealed record LoadSwap(int Swap, SearchState State, byte[] Saved) : SearchEffect;

/// <summary>Put the new version into use. Answered by <see cref="SwapCommitted"/>.</summary>
/// <param name="Swap">The swap.</param>
/// <param name="Observed">Candidates observed before it.</param>
public sealed record CommitSwap(int Swap, long Observed) : SearchEffect;

/// <summary>Drop the new version, if it is loaded: the old one goes on.</summary>
public sealed record RefuseSwap(int Swap, string Reason) : SearchEffect;

/// <summary>Refuse a swap that comes too late: the winners are chosen.</summary>
public sealed record RefuseSwapForFinals(int Swap) : SearchEffect;

/// <summary>Delete the networks that these candidates left: nothing asks for them any more.</summary>
public sealed record DropNetworks(ImmutableArray<long> Candidates) : SearchEffect;

/// <summary>Tell who watches.</summary>
public sealed record Tell(string Sentence) : SearchEffect;

/// <summary>The run is over.</summary>
/// <param name="Interrupted">Whether it stopped on request and can be resumed.</param>
public sealed record Finish(bool Interrupted) : SearchEffect;

/// <summary>The run is over since what the user gave cannot work.</summary>
public sealed record Reject(InputException Problem) : SearchEffect;
