using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// Hyperparameters of the kernel that make what was measured most likely (Rasmussen and Williams, section 5.4.1), with priors that keep
/// them finite where there are few trials: ascent by Adam on the logarithms of the weights, s² and the noise.
/// </summary>
/// <remarks>
/// Priors on the logarithms are normal: w_d about 2/D for D decisions (one standard deviation is a factor e), so that architectures that
/// share nothing are almost independent; s² about 1, the variance of the targets; the noise about 0.01 (a factor e²). The values are
/// choices of this implementation; the form is that of Snoek et al. (NIPS 2012).
/// </remarks>
internal static class HyperparameterFit
{
    /// <summary>A floor under the noise, against a covariance that is singular by rounding.</summary>
    public const double LeastNoise = 1e-6;

    private const int Steps = 40;
    private const double WeightSum = 2;
    private const double UsualNoise = 0.01;
    private const double NoiseSpread = 2;

    private static readonly AdamOptions Ascent = new(LearningRate: 0.1);

    /// <summary>The kernel before anything is measured.</summary>
    public static HammingKernel Prior(int decisions) => Kernel(Start(decisions));

    /// <summary>The kernel that fits.</summary>
    /// <param name="points">Values of the architectures, at least one.</param>
    /// <param name="targets">What was measured of each; mean 0, variance 1.</param>
    public static HammingKernel Fit(int[][] points, double[] targets)
    {
        var logarithms = Start(points[0].Length);
        var adam = new Adam(Ascent, logarithms.Length);
        for (var step = 0; step < Steps; step++)
        {
            logarithms = adam.Ascend(logarithms, Gradient(logarithms, points, targets));
        }

        return Kernel(logarithms);
    }

    /// <summary>log of the posterior of the hyperparameters, without its constant.</summary>
    public static double Value(ReadOnlySpan<double> logarithms, int[][] points, double[] targets)
    {
        var value = new GaussianProcess(Kernel(logarithms), points, targets).LogLikelihood;
        var start = Start(points[0].Length);
        for (var i = 0; i < logarithms.Length; i++)
        {
            value -= 0.5 * Math.Pow((logarithms[i] - start[i]) / Spread(i, logarithms.Length), 2);
        }

        return value;
    }

    /// <summary>
    /// The gradient of <see cref="Value"/>: ½·tr((ααᵀ − (K + noise·I)⁻¹)·∂K/∂θ) (Rasmussen and Williams, eq. 5.9) and that of the
    /// priors.
    /// </summary>
    public static double[] Gradient(ReadOnlySpan<double> logarithms, int[][] points, double[] targets)
    {
        var kernel = Kernel(logarithms);
        var process = new GaussianProcess(kernel, points, targets);
        var precision = process.Precision();
        var alpha = process.Alpha;
        var gradient = new double[logarithms.Length];
        var decisions = gradient.Length - 2;
        for (var i = 0; i < points.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                // The matrices are symmetric: each pair counts twice, and the half goes with it.
                var pull = ((alpha[i] * alpha[j]) - precision[i, j]) * kernel.Of(points[i], points[j]);
                gradient[decisions] += pull;
                for (var decision = 0; decision < decisions; decision++)
                {
                    gradient[decision] -= points[i][decision] == points[j][decision] ? 0 : pull * kernel.Weights[decision];
                }
            }

            var own = 0.5 * ((alpha[i] * alpha[i]) - precision[i, i]);
            gradient[decisions] += own * kernel.Variance;
            gradient[decisions + 1] += own * (kernel.Noise - LeastNoise);
        }

        var start = Start(decisions);
        for (var i = 0; i < gradient.Length; i++)
        {
            gradient[i] -= (logarithms[i] - start[i]) / Math.Pow(Spread(i, gradient.Length), 2);
        }

        return gradient;
    }

    /// <summary>The kernel of some logarithms: of the weights, of s² and of the noise above its floor.</summary>
    public static HammingKernel Kernel(ReadOnlySpan<double> logarithms) => new(
        Math.Exp(logarithms[^2]), [.. logarithms[..^2].ToArray().Select(Math.Exp)], LeastNoise + Math.Exp(logarithms[^1]));

    private static double[] Start(int decisions) =>
        [.. Enumerable.Repeat(Math.Log(WeightSum / decisions), decisions), 0, Math.Log(UsualNoise)];

    private static double Spread(int number, int count) => number == count - 1 ? NoiseSpread : 1;
}
