using System.Collections.Immutable;

namespace NasEngine.Search;

/// <summary>What a run is decided by, beside the search's definition.</summary>
public sealed record RunRules
{
    /// <summary>
    /// Trials without a score, and none with one, after which a search whose metrics lack one that the objective needs is over.
    /// </summary>
    public const int UnscoredAtMost = 10;

    /// <summary>Workers side by side, at least 1.</summary>
    public int Slots { get; init; } = 1;

    /// <summary>How often a candidate, a finalist or the start of a worker is tried, at least 1.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>How many nodes may be lost under a candidate in one run before it is given up, at least 1.</summary>
    public int NodesLost { get; init; } = 10;

    /// <summary>Failed candidates in a row, none that succeeded between them, after which the search is over; at least 1.</summary>
    public int FailuresInARow { get; init; } = 20;

    /// <summary>Observed candidates between two snapshots of the strategy.</summary>
    public int SnapshotEvery { get; init; } = 2000;

    /// <summary>Checkpoints that are kept.</summary>
    public int CheckpointsKept { get; init; } = 3;

    /// <summary>Metrics that a score needs.</summary>
    public ImmutableArray<string> Metrics { get; init; } = [];
}
