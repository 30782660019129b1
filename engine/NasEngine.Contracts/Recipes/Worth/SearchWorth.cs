using System.Collections.Immutable;

namespace NasEngine.Contracts.Recipes;

/// <summary>
/// What a search is worth: its winner beside random architectures of a band of costs that were trained and measured as it was.
/// </summary>
public sealed record SearchWorth
{
    /// <summary>The search.</summary>
    public required string Search { get; init; }

    /// <summary>The search of the same workspace whose trials are the random architectures.</summary>
    public required string Comparison { get; init; }

    /// <summary>What is compared, as finals measure it, and which way is better.</summary>
    public required ObjectiveAxis Metric { get; init; }

    /// <summary>The winner.</summary>
    public required FoundArchitecture Winner { get; init; }

    /// <summary>The costs that the random architectures have.</summary>
    public required CostBand Band { get; init; }

    /// <summary>Random architectures that were asked for; there are fewer where the band has no more.</summary>
    public required int Asked { get; init; }

    /// <summary>Random architectures that could not be trained; they count for nothing.</summary>
    public required int Failed { get; init; }

    /// <summary>What the random architectures measured.</summary>
    public required RandomSample Random { get; init; }

    /// <summary>Where the winner stands among them.</summary>
    public required Standing Standing { get; init; }

    /// <summary>What random search would have found with what the search spent.</summary>
    public required SameCompute SameCompute { get; init; }

    internal ISearchRunner? Runner { get; init; }

    /// <summary>Shows it to the user.</summary>
    /// <example><code>(await result.WorthAsync()).Print();</code></example>
    public void Print() => Runner?.Print(this);
}

/// <summary>A band of costs.</summary>
/// <param name="Metric">The cost.</param>
/// <param name="Low">Lower end, in the cost's unit.</param>
/// <param name="High">Upper end, in the cost's unit.</param>
/// <param name="Around">What it is around.</param>
/// <param name="Shares">The ends as shares of that.</param>
public sealed record CostBand(string Metric, double Low, double High, BandAround Around, BandShares Shares);

/// <summary>Measured values of random architectures, at least two.</summary>
/// <param name="Values">In the order in which the architectures were drawn.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Median">The middle one, or the mean of the two in the middle.</param>
/// <param name="Deviation">Standard deviation, with n − 1.</param>
public sealed record RandomSample(ImmutableArray<double> Values, double Mean, double Median, double Deviation)
{
    /// <summary>The smallest.</summary>
    public double Min => Values.Min();

    /// <summary>The largest.</summary>
    public double Max => Values.Max();
}

/// <summary>Where a winner stands among random architectures.</summary>
/// <param name="Beaten">Those that it is better than.</param>
/// <param name="Tied">Those that measured the same.</param>
/// <param name="Share">Share of random architectures that it beats, 0 to 1; one that is tied counts half.</param>
/// <param name="Low">Lower end of the 95 % interval of <paramref name="Share"/> (Wilson 1927).</param>
/// <param name="High">Upper end.</param>
/// <param name="Gain">By how much it is better than their mean; negative where it is worse.</param>
/// <param name="GainError">
/// Standard error of the mean, and so of the gain; how much the winner's own value depends on the luck of its training is not in it.
/// </param>
public sealed record Standing(int Beaten, int Tied, double Share, double Low, double High, double Gain, double GainError)
{
    /// <summary>What the interval says.</summary>
    public Verdict Verdict => Low > 0.5 ? Verdict.Better : High < 0.5 ? Verdict.Worse : Verdict.NoBetter;
}

/// <summary>How a winner compares with a random architecture.</summary>
public enum Verdict
{
    /// <summary>It beats more than half of them.</summary>
    Better,

    /// <summary>The interval contains one half: nothing shows that it does.</summary>
    NoBetter,

    /// <summary>It beats less than half of them.</summary>
    Worse,
}

/// <summary>What random search would have found with what a search spent.</summary>
/// <param name="SearchSeconds">What the search took, its finals included.</param>
/// <param name="TrainingSeconds">
/// What one random training took: time of the comparison by its trainings, so that those side by side count as the search's own did.
/// </param>
/// <param name="Trainings">Random architectures that the search's time is enough for, at least 1.</param>
/// <param name="ExpectedBest">Expected best value of so many.</param>
/// <param name="IsLeast">
/// Whether fewer were trained than that, so that <paramref name="ExpectedBest"/> is the best there is of them.
/// </param>
public sealed record SameCompute(double SearchSeconds, double TrainingSeconds, long Trainings, double ExpectedBest, bool IsLeast);
