using System.Collections.Immutable;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// Covariance of two architectures by the decisions in which they differ: s²·exp(−Σ_d w_d·[a_d ≠ b_d]), the squared exponential on
/// one-hot codes with a length scale of 1/√w_d per decision. A decision that is not active in one of them differs.
/// </summary>
/// <param name="Variance">s², positive.</param>
/// <param name="Weights">w_d, positive; one per decision.</param>
/// <param name="Noise">Variance of a measurement about the function, positive.</param>
internal sealed record HammingKernel(double Variance, ImmutableArray<double> Weights, double Noise)
{
    /// <summary>The covariance, without noise.</summary>
    public double Of(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        var distance = 0.0;
        for (var decision = 0; decision < one.Length; decision++)
        {
            distance += one[decision] == other[decision] ? 0 : Weights[decision];
        }

        return Variance * Math.Exp(-distance);
    }
}
