namespace NasEngine.Contracts;

/// <summary>What an estimator is made with, inside the worker that runs it.</summary>
/// <param name="Space">The space of the architectures it will get.</param>
/// <param name="Data">The data, or null where the search has none (tables).</param>
/// <param name="Seed">The search's seed; random numbers come from (seed, candidate, purpose).</param>
/// <param name="Device">Where tensors live: <c>cpu</c>, <c>cuda:0</c>.</param>
/// <param name="Threads">Threads it may use, at least 1.</param>
/// <param name="Services">Other plugins it may need, such as rules of a supernet.</param>
public sealed record EstimatorSetup(
    ISearchSpace Space, IDataset? Data, ulong Seed, string Device, int Threads, IServices Services)
{
    /// <summary>How many candidates there will be, for schedules; null when nobody knows.</summary>
    public Budget? Budget { get; init; }

    /// <summary>Networks of earlier trials to start from.</summary>
    public IKeptNetworks Kept { get; init; } = NoKeptNetworks.Instance;

    /// <summary>Where trainings are kept in their middle, to go on after a kill.</summary>
    public IHalfwayTrainings Halfway { get; init; } = NoHalfwayTrainings.Instance;

    /// <summary>Other workers that do parts of its work.</summary>
    public IHelpers Helpers { get; init; } = NoHelpers.Instance;
}
