namespace NasEngine.Contracts;

/// <summary>Where the weights of a trial come from before it is trained and measured.</summary>
public abstract record WeightOrigin
{
    private protected WeightOrigin()
    {
    }

    /// <summary>Weights drawn anew.</summary>
    public static WeightOrigin Fresh { get; } = new FreshWeights();

    /// <summary>Those that an earlier candidate was left with.</summary>
    public static WeightOrigin Of(long candidate) => new InheritedWeights(candidate);

    /// <summary>Those that the search's supernet has now.</summary>
    public static WeightOrigin Supernet { get; } = new SlicedWeights();
}

/// <summary>Weights drawn anew from the seed and the number of the candidate.</summary>
public sealed record FreshWeights : WeightOrigin;

/// <summary>
/// The trained weights of an earlier candidate that was proposed with <see cref="Trial.Keep"/>: network morphism (Net2Net,
/// arXiv 1511.05641), promotions of ASHA (arXiv 1810.05934). A tensor is handed on where name and shape are the same; how others
/// are filled is the estimator's affair, and one that cannot refuses the trial.
/// </summary>
/// <param name="Candidate">Number of the earlier candidate.</param>
public sealed record InheritedWeights(long Candidate) : WeightOrigin;

/// <summary>
/// The architecture's part of the weights that the search's supernet has at this point of the search, with batch-norm statistics
/// taken anew (SPOS, arXiv 1904.00420, section 3.3; BigNAS, arXiv 2003.11142, section 3.2). The supernet stays as it is.
/// </summary>
/// <param name="CalibrationBatches">Training batches that running statistics are taken from, at least 1.</param>
/// <param name="ValidationBatches">Validation batches that are measured, the same ones for every slice; 0 for all of them.</param>
public sealed record SlicedWeights(int CalibrationBatches = 8, int ValidationBatches = 0) : WeightOrigin;
