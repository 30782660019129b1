namespace NasEngine.Contracts;

/// <summary>What a cost model of a plugin is made with.</summary>
/// <param name="Space">The space of the architectures it will be asked about.</param>
/// <param name="Device">The device that the search names: <c>cpu</c>, <c>cuda:0</c>.</param>
public sealed record CostModelSetup(ISearchSpace Space, string Device)
{
    /// <summary>Where it keeps what it measures on this machine, and when it may.</summary>
    public IMeasuredCosts Measured { get; init; } = new MeasuredInMemory();
}
