using NasEngine.Contracts;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Pipeline.Actors;

/// <summary>A candidate on its way through trainer, evaluator and profiler. The lease makes answers of lost attempts harmless.</summary>
internal sealed record Job(Candidate Candidate, WorkerRole Role, long Lease)
{
    /// <summary>Rank of a finalist; −1 for a candidate of the search.</summary>
    public int Rank { get; init; } = -1;

    /// <summary>Folder for the trained network of a finalist.</summary>
    public string? Folder { get; init; }
}
