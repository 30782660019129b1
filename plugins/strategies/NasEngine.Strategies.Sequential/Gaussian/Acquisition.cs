using MathNet.Numerics.Distributions;

namespace NasEngine.Strategies.Sequential;

/// <summary>How much is expected of an architecture whose value is normal with some mean and variance.</summary>
internal static class Acquisition
{
    /// <summary>
    /// Expected improvement over the best so far (Jones, Schonlau and Welch, 1998, eq. 15): (μ − best)·Φ(z) + σ·φ(z) with
    /// z = (μ − best)/σ.
    /// </summary>
    public static double ExpectedImprovement((double Mean, double Variance) value, double best)
    {
        var deviation = Math.Sqrt(value.Variance);
        var z = (value.Mean - best) / deviation;
        return ((value.Mean - best) * Normal.CDF(0, 1, z)) + (deviation * Normal.PDF(0, 1, z));
    }

    /// <summary>Upper confidence bound (Srinivas et al., ICML 2010): μ + κ·σ.</summary>
    public static double UpperBound((double Mean, double Variance) value, double kappa) => value.Mean + (kappa * Math.Sqrt(value.Variance));

    /// <summary>The probability that the value is at most a limit: Φ((limit − μ)/σ).</summary>
    public static double Within((double Mean, double Variance) value, double limit) =>
        Normal.CDF(0, 1, (limit - value.Mean) / Math.Sqrt(value.Variance));
}
