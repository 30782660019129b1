namespace NasEngine.Contracts;

/// <summary>
/// An estimator whose trained networks can be kept, so that later trials start from them. It finds those of earlier trials in
/// <see cref="EstimatorSetup.Kept"/>.
/// </summary>
public interface IKeepingEstimator : IEstimator
{
    /// <summary>
    /// Writes the network of the candidate evaluated last, as the search's estimators read it; equal runs write equal bytes.
    /// </summary>
    void Keep(Candidate candidate, Stream destination);
}
