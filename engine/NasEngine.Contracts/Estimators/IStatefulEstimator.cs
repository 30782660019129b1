namespace NasEngine.Contracts;

/// <summary>
/// An estimator whose candidates build on each other: a supernet. It sees candidates strictly in order, and its whole
/// state (weights, moments, schedules, data order) can be saved between two of them. After a restart it is given the last
/// saved state and every candidate since, and must come to the same weights bit for bit.
/// </summary>
public interface IStatefulEstimator : IEstimator
{
    /// <summary>Writes all its state.</summary>
    void Save(Stream destination);

    /// <summary>Takes the state that <see cref="Save"/> wrote.</summary>
    void Restore(Stream source);
}
