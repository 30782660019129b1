using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>A place for one worker.</summary>
/// <param name="Phase">What its worker does.</param>
/// <param name="Job">What it works on; null in all phases but those of a job.</param>
/// <param name="Failures">Starts or jobs that failed, for the wait before the next worker.</param>
public sealed record Slot(SlotPhase Phase, Job? Job = null, int Failures = 0)
{
    /// <summary>What is measured of the job but for its latency.</summary>
    public Measurement? Measured { get; init; }

    /// <summary>Whether a job is in it.</summary>
    public bool IsBusy => Phase is SlotPhase.Running or SlotPhase.AwaitsLatency or SlotPhase.MeasuresLatency;

    /// <summary>Whether its worker is not ready yet.</summary>
    public bool IsStarting => Phase is SlotPhase.Starting or SlotPhase.Waiting;

    /// <summary>Whether nothing happens in it: what goes on for a moment need not wait for it.</summary>
    public bool IsStill => Phase is SlotPhase.Idle or SlotPhase.Waiting;
}

/// <summary>What a slot's worker does.</summary>
public enum SlotPhase
{
    /// <summary>It starts.</summary>
    Starting,

    /// <summary>It waits for a machine to start on, as long as there is none.</summary>
    Waiting,

    /// <summary>It has nothing to do.</summary>
    Idle,

    /// <summary>It trains and measures.</summary>
    Running,

    /// <summary>Its network is measured but for the latency, which waits for the other slots to be still.</summary>
    AwaitsLatency,

    /// <summary>It measures a latency; all other slots are held.</summary>
    MeasuresLatency,

    /// <summary>It writes a checkpoint.</summary>
    Saving,

    /// <summary>It goes; nothing that it says counts any more. When it is gone, another starts.</summary>
    Leaving,
}
