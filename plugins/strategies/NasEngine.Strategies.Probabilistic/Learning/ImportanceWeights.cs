namespace NasEngine.Strategies.Probabilistic;

/// <summary>Self-normalised importance weights of sampled architectures (PARSEC, arXiv 1902.05116).</summary>
internal static class ImportanceWeights
{
    /// <summary>
    /// ω_k = exp(−s·NLL_k) / Σ_j exp(−s·NLL_j), by log-sum-exp.
    /// </summary>
    /// <param name="losses">Mean cross-entropy of each path on one batch, nats.</param>
    /// <param name="scale">s: 1 for the mean over the batch, the batch size for its sum.</param>
    public static double[] Of(ReadOnlySpan<double> losses, double scale)
    {
        var weights = new double[losses.Length];
        for (var k = 0; k < weights.Length; k++)
        {
            weights[k] = -scale * losses[k];
        }

        LogSpace.Normalise(weights, weights);
        for (var k = 0; k < weights.Length; k++)
        {
            weights[k] = Math.Exp(weights[k]);
        }

        return weights;
    }
}
