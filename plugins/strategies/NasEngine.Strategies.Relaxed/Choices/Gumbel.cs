using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed;

/// <summary>
/// Gumbel noise: of logits with it, the largest is choice i with probability softmax_i, and their softmax at a temperature is the
/// relaxation of that draw (Jang et al., arXiv 1611.01144, eq. 1 and 2).
/// </summary>
internal static class Gumbel
{
    private const double Cell = 1.0 / (1UL << 53);

    /// <summary>Logits, each with noise of its own.</summary>
    public static ChoiceValues Perturbed(ChoiceValues logits, RandomSource random) =>
        logits.Map((_, values) => values.Select(value => value + Noise(random)));

    /// <summary>−log(−log u), u uniform strictly between 0 and 1.</summary>
    private static double Noise(RandomSource random) => -Math.Log(-Math.Log(((random.NextUInt64() >> 11) + 0.5) * Cell));
}
