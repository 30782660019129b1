using MathNet.Numerics;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.DrNas;

/// <summary>Draws from the gamma distribution of scale 1, which can be differentiated by the shape.</summary>
internal static class GammaDraw
{
    private const double Tiny = 1e-8;

    /// <summary>A draw (Marsaglia and Tsang, 2000), at least the smallest positive number.</summary>
    /// <param name="shape">Positive.</param>
    /// <param name="random">Where it comes from.</param>
    public static double Of(double shape, RandomSource random)
    {
        if (shape < 1)
        {
            var share = Math.Pow(1 - random.NextDouble(), 1 / shape);
            return Math.Max(double.Epsilon, Of(shape + 1, random) * share);
        }

        var third = shape - (1.0 / 3);
        var width = 1 / Math.Sqrt(9 * third);
        while (true)
        {
            var normal = random.NextGaussian();
            var cube = Math.Pow(1 + (width * normal), 3);
            if (cube > 0 && Math.Log(1 - random.NextDouble()) < (normal * normal / 2) + third - (third * cube) + (third * Math.Log(cube)))
            {
                return third * cube;
            }
        }
    }

    /// <summary>
    /// dx/da of a draw x of shape a with its quantile held: −∂P(a, x)/∂a over the density (implicit reparametrisation, Figurnov et al.,
    /// arXiv 1805.08498, eq. 5).
    /// </summary>
    /// <param name="shape">a, positive.</param>
    /// <param name="draw">x, positive.</param>
    public static double ByShape(double shape, double draw)
    {
        if (draw < Tiny)
        {
            // P is x^a/Γ(a + 1) there.
            return draw * (SpecialFunctions.DiGamma(shape + 1) - Math.Log(draw)) / shape;
        }

        var step = 1e-5 * shape;
        var density = Math.Exp(((shape - 1) * Math.Log(draw)) - draw - SpecialFunctions.GammaLn(shape));
        var change = draw < shape + 1
            ? SpecialFunctions.GammaLowerRegularized(shape + step, draw) - SpecialFunctions.GammaLowerRegularized(shape - step, draw)
            : SpecialFunctions.GammaUpperRegularized(shape - step, draw) - SpecialFunctions.GammaUpperRegularized(shape + step, draw);
        return -change / (2 * step * density);
    }
}
