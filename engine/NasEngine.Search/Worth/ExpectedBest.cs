using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>
/// The expected best of k random architectures from n that were measured ("Show Your Work", Dodge et al. 2019, arXiv 1909.03004,
/// section 3), drawn without replacement, which has no bias (Tang et al. 2020, arXiv 2004.13705, section 3): with the values in
/// ascending order, Σᵢ v₍ᵢ₎ · C(i − 1, k − 1) / C(n, k).
/// </summary>
public static class ExpectedBest
{
    /// <summary>The expected best of <paramref name="draws"/>; more than there are values count as all of them.</summary>
    /// <param name="values">Measured values, at least one.</param>
    /// <param name="direction">Which way is better.</param>
    /// <param name="draws">How many are drawn, at least 1.</param>
    public static double Of(IReadOnlyCollection<double> values, Direction direction, long draws)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
        var best = direction == Direction.Maximize ? values.OrderDescending() : values.Order();
        var k = (double)Math.Min(draws, values.Count);
        var (sum, weight, rank) = (0.0, k / values.Count, values.Count);
        foreach (var value in best)
        {
            if (rank < k)
            {
                break;
            }

            sum += weight * value;
            weight *= rank > 1 ? (rank - k) / (rank - 1) : 0;
            rank--;
        }

        return sum;
    }
}
