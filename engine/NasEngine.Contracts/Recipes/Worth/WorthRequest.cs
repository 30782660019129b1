namespace NasEngine.Contracts.Recipes;

/// <summary>Against what a search is weighed.</summary>
/// <param name="Against">Random architectures to train, at least <see cref="Least"/>.</param>
public sealed record WorthRequest(int Against = WorthRequest.Default)
{
    /// <summary>How many when nothing is said.</summary>
    public const int Default = 20;

    /// <summary>Fewer have no spread.</summary>
    public const int Least = 2;

    /// <summary>More make a search of their own.</summary>
    public const int Most = 10_000;

    /// <summary>Another number draws other architectures; null for those that the search's own seed gives.</summary>
    public long? Seed { get; init; }

    /// <summary>Shares of what the band is around; null for 0.8 to 1 of a limit, 0.9 to 1.1 of the winner's cost.</summary>
    public BandShares? Band { get; init; }

    /// <summary>What the band is around; null for the limit where the objective has one, else the winner's cost.</summary>
    public BandAround? Around { get; init; }
}

/// <summary>A band of costs as shares of one cost.</summary>
/// <param name="Low">Lower end, 0 to <paramref name="High"/>, four decimals count.</param>
/// <param name="High">Upper end, above 0.</param>
public readonly record struct BandShares(double Low, double High);

/// <summary>What a band of costs is around.</summary>
public enum BandAround
{
    /// <summary>The objective's upper limit on a cost that is known before a network runs.</summary>
    Limit,

    /// <summary>The winner's cost.</summary>
    Winner,
}
