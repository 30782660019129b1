using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace NasEngine.Strategies.Sequential;

/// <summary>Scores as targets of a process: mean 0 and variance 1, if they are not all the same.</summary>
internal static class Targets
{
    /// <summary>Normal scores of the ranks, or standardised scores.</summary>
    public static double[] Of(IReadOnlyList<double> scores, bool ranked) => ranked ? Ranked(scores) : Standardised(scores);

    /// <summary>The scores less their mean, by their standard deviation.</summary>
    public static double[] Standardised(IReadOnlyList<double> scores)
    {
        var mean = scores.DefaultIfEmpty().Average();
        var deviation = Math.Sqrt(scores.Select(score => Math.Pow(score - mean, 2)).DefaultIfEmpty().Average());
        return [.. scores.Select(score => deviation > 0 ? (score - mean) / deviation : 0)];
    }

    /// <summary>
    /// The normal scores: the quantile (r − ½)/n of a normal distribution for the score of rank r, the mean of its ranks where it is
    /// there several times (a Gaussian copula, as in Salinas et al., ICML 2020), then standardised. What failed badly does not flatten
    /// what is best.
    /// </summary>
    public static double[] Ranked(IReadOnlyList<double> scores)
    {
        var ranks = scores.Ranks(RankDefinition.Average);
        return Standardised([.. ranks.Select(rank => Normal.InvCDF(0, 1, (rank - 0.5) / scores.Count))]);
    }
}
