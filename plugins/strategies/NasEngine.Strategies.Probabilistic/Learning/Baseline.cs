namespace NasEngine.Strategies.Probabilistic;

/// <summary>
/// A control variate for the score-function gradient Σ_k m_k ∇ log p(A_k) (Williams, 1992). The weights sum to one, so
/// without it even equal weights push the distribution towards whatever was drawn, and it collapses at random.
/// </summary>
internal static class Baseline
{
    /// <summary>
    /// Takes the mean from each weight. The expected gradient of the importance weights stays as it is, since their mean
    /// is 1/K whatever was drawn; that of the cost penalty keeps its direction.
    /// </summary>
    public static void Subtract(Span<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        for (var k = 0; k < weights.Length; k++)
        {
            weights[k] -= sum / weights.Length;
        }
    }
}
