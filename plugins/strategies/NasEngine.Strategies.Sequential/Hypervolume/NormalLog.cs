using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// Logarithms of improvements of normal values that stay finite far below what is to be improved on, where the improvements themselves
/// are 0 in double precision (Ament et al., "Unexpected Improvements to Expected Improvement", NeurIPS 2023, arXiv 2310.20708).
/// </summary>
internal static class NormalLog
{
    private const double Near = -1;
    private static readonly double Far = -1 / Math.Sqrt(Math.BitIncrement(1.0) - 1);
    private static readonly double LogRootTwoPi = Math.Log(2 * Math.PI) / 2;
    private static readonly double LogRootHalfPi = Math.Log(Math.PI / 2) / 2;

    /// <summary>log E[max(0, f − t)] of f with a mean and variance: log σ + log h((μ − t)/σ).</summary>
    public static double Improvement((double Mean, double Variance) value, double threshold)
    {
        var deviation = Math.Sqrt(value.Variance);
        return Math.Log(deviation) + H((value.Mean - threshold) / deviation);
    }

    /// <summary>log h(z), h(z) = φ(z) + z·Φ(z), in the three branches of arXiv 2310.20708, eq. 9.</summary>
    public static double H(double z) => z switch
    {
        > Near => Math.Log(Density(z) + (z * Probability(z))),
        _ when z > Far => (-z * z / 2) - LogRootTwoPi + Log1MinusExp(Math.Log(ScaledErfc(-z / Math.Sqrt(2)) * -z) + LogRootHalfPi),
        _ => (-z * z / 2) - LogRootTwoPi - (2 * Math.Log(-z)),
    };

    /// <summary>log Φ(z), finite for all z.</summary>
    public static double LogProbability(double z) =>
        z > Near ? Math.Log(Probability(z)) : (-z * z / 2) + Math.Log(ScaledErfc(-z / Math.Sqrt(2)) / 2);

    /// <summary>log(eᵃ − eᵇ), −∞ where a ≤ b.</summary>
    public static double Difference(double a, double b) => a > b ? a + Log1MinusExp(b - a) : double.NegativeInfinity;

    /// <summary>log Σ eˣ; −∞ for none.</summary>
    public static double Sum(IReadOnlyList<double> logarithms)
    {
        var largest = logarithms.DefaultIfEmpty(double.NegativeInfinity).Max();
        return double.IsInfinity(largest) ? largest : largest + Math.Log(logarithms.Sum(one => Math.Exp(one - largest)));
    }

    /// <summary>e^{x²}·erfc(x) of x ≥ 0, which is neither 0 nor infinite.</summary>
    public static double ScaledErfc(double x)
    {
        if (x < 5)
        {
            return Math.Exp(x * x) * SpecialFunctions.Erfc(x);
        }

        // The continued fraction of erfc (Abramowitz and Stegun, 7.1.14), from its 50th term up.
        var tail = x;
        for (var term = 50; term > 0; term--)
        {
            tail = x + (term / 2.0 / tail);
        }

        return 1 / (Math.Sqrt(Math.PI) * tail);
    }

    private static double Log1MinusExp(double x) => x > -Math.Log(2) ? Math.Log(-Expm1(x)) : Log1P(-Math.Exp(x));

    /// <summary>eˣ − 1 by its series near 0.</summary>
    private static double Expm1(double x) => Math.Abs(x) < 1e-5 ? x + (x * x / 2) + (x * x * x / 6) : Math.Exp(x) - 1;

    /// <summary>log(1 + x) by its series near 0.</summary>
    private static double Log1P(double x) => Math.Abs(x) < 1e-5 ? x - (x * x / 2) + (x * x * x / 3) : Math.Log(1 + x);

    private static double Density(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    private static double Probability(double z) => Normal.CDF(0, 1, z);
}
