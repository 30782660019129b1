namespace NasEngine.Strategies.Probabilistic;

/// <summary>What paths over their cost targets lose (FP-NAS, arXiv 2011.10949).</summary>
internal static class CostPenalty
{
    /// <summary>Takes β·C_k/Σ_j C_j from each weight; nothing when no path is over a target.</summary>
    /// <param name="weights">ω_k, changed to m_k.</param>
    /// <param name="excesses">C_k, at least 0.</param>
    /// <param name="beta">β, at least 0.</param>
    public static void Apply(Span<double> weights, ReadOnlySpan<double> excesses, double beta)
    {
        var sum = 0.0;
        foreach (var excess in excesses)
        {
            sum += excess;
        }

        for (var k = 0; k < weights.Length && sum > 0; k++)
        {
            weights[k] -= beta * excesses[k] / sum;
        }
    }
}
