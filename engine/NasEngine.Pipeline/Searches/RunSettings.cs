namespace NasEngine.Pipeline.Searches;

/// <summary>How a search is run. Nothing here changes what it finds.</summary>
public sealed record RunSettings
{
    /// <summary>Workers side by side, at least 1. A supernet search uses one.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>How often a candidate is tried before it is recorded as poisoned.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Failed candidates in a row after which the search is over, at least 1.</summary>
    public int FailuresInARow { get; init; } = 20;

    /// <summary>Wait before a lost worker is replaced; doubled with each attempt.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Least time between two checkpoints of a supernet.</summary>
    public TimeSpan CheckpointPeriod { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Candidates between two snapshots of the strategy.</summary>
    public int SnapshotEvery { get; init; } = 2000;

    /// <summary>How long one call of the strategy may take.</summary>
    public TimeSpan StrategyLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long a worker may at least say nothing of its job; where jobs of the search took long, the limit is many times that.
    /// </summary>
    public TimeSpan JobSilence { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Wait before a commit that the disk refused is tried again.</summary>
    public TimeSpan DiskRetry { get; init; } = TimeSpan.FromSeconds(2);
}
