namespace NasEngine.Contracts;

/// <summary>Trained networks that trials of this search left behind (<see cref="Trial.Keep"/>), for a worker to start from.</summary>
public interface IKeptNetworks
{
    /// <summary>What <see cref="IKeepingEstimator.Keep"/> wrote of a candidate.</summary>
    /// <exception cref="InputException">It is not kept.</exception>
    Stream Open(long candidate);
}
