using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>How predictions of whole networks stand to measurements.</summary>
/// <param name="Networks">How many were measured.</param>
/// <param name="Spearman">Rank correlation, in [−1, 1]; NaN where all of one side are alike.</param>
/// <param name="RelativeError">Median of |predicted − measured| ÷ measured.</param>
/// <param name="Error">Mean of |predicted − measured|, milliseconds.</param>
public sealed record LatencyCheck(int Networks, double Spearman, double RelativeError, double Error)
{
    /// <summary>A rank correlation that a table should reach.</summary>
    public const double GoodSpearman = 0.95;

    /// <summary>A median relative error that a table should not exceed.</summary>
    public const double GoodRelativeError = 0.05;

    /// <summary>Of predicted and measured milliseconds.</summary>
    public static LatencyCheck Of(IReadOnlyList<(double Predicted, double Measured)> pairs) => new(
        pairs.Count,
        RankCorrelation.Of([.. pairs.Select(pair => pair.Predicted)], [.. pairs.Select(pair => pair.Measured)]) ?? double.NaN,
        Robust.Median(pairs.Select(pair => Math.Abs(pair.Predicted - pair.Measured) / pair.Measured)),
        pairs.Average(pair => Math.Abs(pair.Predicted - pair.Measured)));
}
