using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>
/// Lagrange multipliers of the constraints E_p[cost]/target ≤ 1, one per cost target of the objective, found by dual ascent: a
/// multiplier grows while its expected cost is over the target and falls, never under 0, while it is under. At the end either the
/// expected cost is at its target, or the limit does not bind. A term in proportion to the violation damps what dual ascent alone
/// overshoots (PID Lagrangian, Stooke et al., ICML 2020, arXiv 2007.03964).
/// </summary>
/// <param name="Values">λ ≥ 0, in the order of the targets.</param>
internal sealed record Multipliers(ImmutableArray<double> Values)
{
    /// <summary>All 0.</summary>
    public static Multipliers None(int targets) => new([.. new double[targets]]);

    /// <summary>
    /// Takes Σ_c λ_c ∇_α E_p[cost_c]/target_c from a gradient: the score-function estimate over sampled paths, each against the mean of
    /// the others, which is exact in the mean.
    /// </summary>
    /// <param name="gradient">Of the distribution's parameters; changed.</param>
    /// <param name="distribution">Where the paths come from.</param>
    /// <param name="paths">At least 2.</param>
    /// <param name="shares">Cost over target, by target and then by path.</param>
    public void Subtract(double[] gradient, Distribution distribution, ReadOnlySpan<Architecture> paths, ImmutableArray<double[]> shares)
    {
        var means = shares.Select(values => values.Average()).ToArray();
        for (var k = 0; k < paths.Length; k++)
        {
            var weight = 0.0;
            for (var target = 0; target < shares.Length; target++)
            {
                weight += Values[target] * (shares[target][k] - means[target]) / (paths.Length - 1);
            }

            distribution.AddGradient(paths[k], -weight, gradient);
        }
    }

    /// <summary>max(0, λ + rate·(E[cost]/target − 1)).</summary>
    /// <param name="shares">Cost over target, by target and then by path.</param>
    /// <param name="rate">The step of the dual ascent, or the gain of the term that damps it.</param>
    public Multipliers Ascend(ImmutableArray<double[]> shares, double rate) =>
        new([.. Values.Zip(shares, (value, costs) => Math.Max(0, value + (rate * (costs.Average() - 1))))]);
}
