namespace NasEngine.Contracts;

/// <summary>One of the counted costs of a chain.</summary>
/// <param name="space">The chain.</param>
/// <param name="count">Which of its costs.</param>
internal sealed class CountedParts(ICostChain space, Func<ArchitectureCost, double> count) : IPartCosts
{
    /// <inheritdoc/>
    public int Parts => space.CostParts;

    /// <inheritdoc/>
    public int Start => space.CostStart;

    /// <inheritdoc/>
    public ReadOnlySpan<int> Decisions(int part) => space.CostDecisions(part);

    /// <inheritdoc/>
    public (double Cost, int Left) Of(int part, int left, ReadOnlySpan<int> values)
    {
        var (cost, next) = space.CostOfPart(part, left, values);
        return (count(cost), next);
    }
}
