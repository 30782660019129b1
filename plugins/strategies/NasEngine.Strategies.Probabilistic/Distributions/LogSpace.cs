namespace NasEngine.Strategies.Probabilistic;

/// <summary>Sums and normalisation of numbers held as logarithms.</summary>
internal static class LogSpace
{
    /// <summary>log Σ exp x, without overflow; −∞ for none.</summary>
    public static double Sum(ReadOnlySpan<double> logs)
    {
        var largest = double.NegativeInfinity;
        foreach (var log in logs)
        {
            largest = Math.Max(largest, log);
        }

        if (double.IsInfinity(largest))
        {
            return largest;
        }

        var sum = 0.0;
        foreach (var log in logs)
        {
            sum += Math.Exp(log - largest);
        }

        return largest + Math.Log(sum);
    }

    /// <summary>x − log Σ exp x: logarithms of probabilities that sum to one.</summary>
    public static void Normalise(ReadOnlySpan<double> logits, Span<double> logs)
    {
        var sum = Sum(logits);
        for (var i = 0; i < logits.Length; i++)
        {
            logs[i] = logits[i] - sum;
        }
    }

    /// <summary>−Σ p log p of probabilities, in nats.</summary>
    public static double Entropy(ReadOnlySpan<double> probabilities)
    {
        var entropy = 0.0;
        foreach (var probability in probabilities)
        {
            if (probability > 0)
            {
                entropy -= probability * Math.Log(probability);
            }
        }

        return entropy;
    }
}
