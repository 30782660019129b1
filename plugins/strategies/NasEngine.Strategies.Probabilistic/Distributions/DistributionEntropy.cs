using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>
/// Exact entropy of the distribution over architectures. By the chain rule it is, over the factors, the entropy of what
/// a factor adds to the architecture given the one outside decision that says what is active in it: Σ_f Σ_s P(s) H(f|s).
/// Where no decision is conditional this is the sum of the factors' entropies (FP-NAS, arXiv 2011.10949).
/// </summary>
internal static class DistributionEntropy
{
    /// <summary>H(p(A|α)) in nats.</summary>
    public static double Of(Distribution distribution)
    {
        var states = new Dictionary<int, double[]>();
        var entropy = 0.0;
        foreach (var factor in distribution.Factors)
        {
            entropy += factor.IsConditional
                ? Conditional(distribution, factor, states)
                : LogSpace.Entropy(distribution.Probabilities(factor));
        }

        return entropy;
    }

    private static double Conditional(Distribution distribution, Factor factor, Dictionary<int, double[]> states)
    {
        if (factor.Outer is not { } outer)
        {
            return Given(distribution, factor, Architecture.Inactive);
        }

        var probabilities = States(distribution, outer, states);
        var entropy = 0.0;
        for (var state = 0; state < probabilities.Length; state++)
        {
            entropy += probabilities[state] > 0 ? probabilities[state] * Given(distribution, factor, state - 1) : 0;
        }

        return entropy;
    }

    /// <summary>
    /// Entropy of the factor's part of the architecture when the outside decision has the value <paramref name="outer"/>.
    /// </summary>
    private static double Given(Distribution distribution, Factor factor, int outer)
    {
        var parts = new Dictionary<long, double>();
        Span<int> values = stackalloc int[distribution.Space.Decisions.Length];
        var probabilities = distribution.Probabilities(factor);
        for (var i = 0; i < probabilities.Length; i++)
        {
            factor.Write(i, outer, values);
            var key = 0L;
            foreach (var decision in factor.Decisions)
            {
                key = key * (distribution.Space.Decisions[decision].Count + 1) + values[decision] + 1;
            }

            parts[key] = parts.GetValueOrDefault(key) + probabilities[i];
        }

        return LogSpace.Entropy([.. parts.Values]);
    }

    /// <summary>Probabilities of a decision being inactive (first) and of having each of its values.</summary>
    private static double[] States(Distribution distribution, int decision, Dictionary<int, double[]> known)
    {
        if (known.TryGetValue(decision, out var states))
        {
            return states;
        }

        var factor = distribution.Factors.First(factor => factor.Decisions.Contains(decision));
        var outers = factor.Outer is { } outer ? States(distribution, outer, known) : [1];
        var probabilities = distribution.Probabilities(factor);
        Span<int> values = stackalloc int[distribution.Space.Decisions.Length];
        states = new double[distribution.Space.Decisions[decision].Count + 1];
        for (var state = 0; state < outers.Length; state++)
        {
            for (var i = 0; i < probabilities.Length; i++)
            {
                factor.Write(i, state - 1, values);
                states[values[decision] + 1] += outers[state] * probabilities[i];
            }
        }

        return known[decision] = states;
    }
}
