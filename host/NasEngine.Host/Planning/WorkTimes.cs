namespace NasEngine.Host.Planning;

/// <summary>What a quick measurement says of the work of a search; null where it was not measured.</summary>
internal sealed record WorkTimes
{
    /// <summary>Seconds of a trial.</summary>
    public double? Trial { get; init; }

    /// <summary>Passes over all the training data of a trial.</summary>
    public double? Epochs { get; init; }

    /// <summary>Seconds of a step of a supernet.</summary>
    public double? Step { get; init; }

    /// <summary>Seconds of the training and measuring of a winner.</summary>
    public double? Final { get; init; }

    /// <summary>Bytes of a checkpoint of a supernet.</summary>
    public double? CheckpointBytes { get; init; }

    /// <summary>Why something was not measured, a sentence without its full stop; null where all was.</summary>
    public string? Remark { get; init; }
}
