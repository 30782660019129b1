namespace NasEngine.Contracts;

/// <summary>
/// A space whose costs are sums over parts in a row: a part costs by the choices of its own decisions and by what the parts before it
/// left (a shape, as a number). So the expected cost of a mixture of any size can be counted exactly, part by part.
/// </summary>
public interface ICostChain : ISearchSpace
{
    /// <summary>How many parts there are.</summary>
    int CostParts { get; }

    /// <summary>What the first part is left with.</summary>
    int CostStart { get; }

    /// <summary>The decisions, by number, that the cost of a part depends on.</summary>
    ReadOnlySpan<int> CostDecisions(int part);

    /// <summary>What a part costs, and what it leaves.</summary>
    /// <param name="part">The part.</param>
    /// <param name="left">What the part before it left.</param>
    /// <param name="values">A value per decision of the space; only those of <see cref="CostDecisions"/> count.</param>
    (ArchitectureCost Cost, int Left) CostOfPart(int part, int left, ReadOnlySpan<int> values);
}
