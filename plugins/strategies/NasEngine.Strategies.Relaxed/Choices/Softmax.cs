namespace NasEngine.Strategies.Relaxed;

/// <summary>Weights of choices from logits, decision by decision.</summary>
internal static class Softmax
{
    /// <summary>exp(x/τ) / Σ exp(x/τ) (DARTS, arXiv 1806.09055, eq. 2).</summary>
    /// <param name="logits">x.</param>
    /// <param name="temperature">τ, positive.</param>
    public static ChoiceValues Of(ChoiceValues logits, double temperature = 1) => logits.Map((_, values) =>
    {
        var largest = values.Max();
        double[] powers = [.. values.Select(value => Math.Exp((value - largest) / temperature))];
        var sum = powers.Sum();
        return powers.Select(power => power / sum);
    });

    /// <summary>x − log Σ exp x: logarithms of weights that sum to one.</summary>
    public static ChoiceValues Log(ChoiceValues logits) => logits.Map((_, values) =>
    {
        var largest = values.Max();
        var sum = largest + Math.Log(values.Sum(value => Math.Exp(value - largest)));
        return values.Select(value => value - sum);
    });

    /// <summary>Slopes by the logits, of those by the weights: p_i·(g_i − Σ_j p_j·g_j)/τ.</summary>
    /// <param name="weights">p.</param>
    /// <param name="slopes">g.</param>
    /// <param name="temperature">τ, positive.</param>
    public static ChoiceValues Back(ChoiceValues weights, ChoiceValues slopes, double temperature = 1) => weights.Map((decision, shares) =>
    {
        var by = slopes.Named[decision.Name];
        var mean = shares.Zip(by, (share, slope) => share * slope).Sum();
        return shares.Zip(by, (share, slope) => share * (slope - mean) / temperature);
    });

    /// <summary>Σ over decisions of −Σ p·log p, nats.</summary>
    public static double Entropy(ChoiceValues weights)
    {
        var entropy = 0.0;
        foreach (var weight in weights.All)
        {
            entropy -= weight > 0 ? weight * Math.Log(weight) : 0;
        }

        return entropy;
    }
}
