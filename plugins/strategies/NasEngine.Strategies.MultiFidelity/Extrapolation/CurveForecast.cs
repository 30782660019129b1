using MathNet.Numerics.Distributions;

namespace NasEngine.Strategies.MultiFidelity.Extrapolation;

/// <summary>
/// What a learning curve comes to: power laws y(t) = c − b·(t^−α − T^−α) with normal noise, whose value at the last interval T is c, by
/// conjugate Bayesian regression for each α and a mean over the α by their marginal likelihoods.
/// </summary>
/// <remarks>
/// Domhan, Springenberg and Hutter (IJCAI 2015) average eleven families of curves by Markov chains; this is the one of them, pow3, that can
/// be averaged in closed form. (c, b) is normal about (the newest score, 0) with a hundred times the noise's deviation, the noise's
/// variance inverse gamma of shape 1 and rate (3 % of the scores' range)².
/// </remarks>
internal sealed class CurveForecast
{
    private const double PriorVariance = 1e4;
    private const double PriorShape = 1;

    private static readonly double[] Exponents = [0.25, 0.5, 1, 2];

    private readonly List<(double Weight, StudentT Last)> _parts = [];

    /// <summary>The forecast of a curve.</summary>
    /// <param name="scores">At intervals 1, 2, …; at least one.</param>
    /// <param name="last">T.</param>
    /// <param name="priorVariance">Variance of c and b by the prior, in variances of the noise.</param>
    public CurveForecast(IReadOnlyList<double> scores, int last, double priorVariance = PriorVariance)
    {
        var fits = Exponents.Select(exponent => Fit(scores, last, exponent, 1 / priorVariance)).ToArray();
        var largest = fits.Max(fit => fit.LogEvidence);
        var sum = fits.Sum(fit => Math.Exp(fit.LogEvidence - largest));
        _parts.AddRange(fits.Select(fit => (Math.Exp(fit.LogEvidence - largest) / sum, fit.Last)));
    }

    /// <summary>Mean of the score at the last interval.</summary>
    public double Mean => _parts.Sum(part => part.Weight * part.Last.Location);

    /// <summary>The probability that the score at the last interval, without noise, is over some other.</summary>
    public double Over(double score) => _parts.Sum(part => part.Weight * (1 - part.Last.CumulativeDistribution(score)));

    /// <summary>The rate of the prior of the noise's variance.</summary>
    public static double PriorNoise(IReadOnlyList<double> scores) => Math.Max(1e-12, Math.Pow(0.03 * (scores.Max() - scores.Min()), 2));

    /// <summary>The regression on (1, T^−α − t^−α): Λ = XᵀX + V₀⁻¹, μ = Λ⁻¹(Xᵀy + V₀⁻¹m₀), and so on.</summary>
    private static (double LogEvidence, StudentT Last) Fit(IReadOnlyList<double> scores, int last, double exponent, double precision)
    {
        var (count, newest) = (scores.Count, scores[^1]);
        var (xx, x, xy, y, yy) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var place = 0; place < count; place++)
        {
            var (slope, score) = (Math.Pow(last, -exponent) - Math.Pow(place + 1, -exponent), scores[place] - newest);
            (xx, x, xy, y, yy) = (xx + (slope * slope), x + slope, xy + (slope * score), y + score, yy + (score * score));
        }

        var (first, second) = (count + precision, xx + precision);
        var determinant = (first * second) - (x * x);
        var (mean, rise) = (((second * y) - (x * xy)) / determinant, ((first * xy) - (x * y)) / determinant);
        var shape = PriorShape + (count / 2.0);
        var rate = PriorNoise(scores) + Math.Max(0, 0.5 * (yy - (mean * y) - (rise * xy)));
        return (
            (-0.5 * Math.Log(determinant)) - (shape * Math.Log(rate)),
            new StudentT(newest + mean, Math.Sqrt(rate / shape * second / determinant), 2 * shape));
    }
}
