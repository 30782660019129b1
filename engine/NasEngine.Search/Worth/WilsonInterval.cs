namespace NasEngine.Search;

/// <summary>
/// The score interval of a binomial proportion (Wilson, Journal of the American Statistical Association 22, 1927): it keeps within
/// 0 and 1 and near its level where few were counted (Brown, Cai and DasGupta, Statistical Science 16, 2001).
/// </summary>
public static class WilsonInterval
{
    /// <summary>The level of the intervals.</summary>
    public const double Level = 0.95;

    /// <summary>The normal quantile at 1 − (1 − <see cref="Level"/>) / 2.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>The interval of a share.</summary>
    /// <param name="share">Share that was counted, 0 to 1.</param>
    /// <param name="count">How many were looked at, at least 1.</param>
    public static (double Low, double High) Of(double share, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        const double Square = Z * Z;
        var middle = (share + Square / (2 * count)) / (1 + Square / count);
        var half = Z / (1 + Square / count) * Math.Sqrt(share * (1 - share) / count + Square / (4.0 * count * count));
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
