namespace NasEngine.Pipeline.Retraining;

/// <summary>Which architecture of a search is trained again, and how. Without anything it is the winner, as it was trained.</summary>
public sealed record RetrainRequest
{
    /// <summary>A trial, by its number.</summary>
    public long? Trial { get; init; }

    /// <summary>A runner-up, from 1.</summary>
    public int? RunnerUp { get; init; }

    /// <summary>Any architecture, in the text form of the space.</summary>
    public string? Architecture { get; init; }

    /// <summary>Passes over the training data; null for those of the search's final training.</summary>
    public double? Epochs { get; init; }

    /// <summary>Where the random numbers come from, at least 0; null for the search's own seed.</summary>
    public long? Seed { get; init; }
}
