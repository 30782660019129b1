namespace NasEngine.Contracts;

/// <summary>The least and the greatest of a cost over all architectures of a space.</summary>
/// <param name="Least">The least.</param>
/// <param name="Most">The greatest.</param>
public readonly record struct CostRange(double Least, double Most)
{
    /// <summary>Architectures up to which a space is gone through; so many that no search waits for it.</summary>
    private const int Few = 20_000;

    /// <summary>
    /// One of the counted costs, exact; null where the space is large and its costs do not come apart (<see cref="ICostChain"/>).
    /// </summary>
    /// <param name="space">The space.</param>
    /// <param name="count">Which of the costs.</param>
    public static CostRange? Counted(ISearchSpace space, Func<ArchitectureCost, double> count) => space is ICostChain chain
        ? OfParts(space.Decisions, new CountedParts(chain, count))
        : Of(space.Decisions, architecture => count(space.Cost(architecture)));

    /// <summary>A cost that comes apart into parts; null where these make too many cases (<see cref="ExpectedCost.Most"/>).</summary>
    public static CostRange? OfParts(DecisionSpace space, IPartCosts costs) => ChainRange.Of(space, costs);

    /// <summary>A cost of a space of at most 20,000 architectures, by going through them; null of a larger one.</summary>
    public static CostRange? Of(DecisionSpace space, Func<Architecture, double> cost)
    {
        if (space.Size > Few)
        {
            return null;
        }

        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var architecture in space.Enumerate())
        {
            var one = cost(architecture);
            (least, most) = (Math.Min(least, one), Math.Max(most, one));
        }

        return new CostRange(least, most);
    }
}
