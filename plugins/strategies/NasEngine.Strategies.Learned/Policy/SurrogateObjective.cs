namespace NasEngine.Strategies.Learned;

/// <summary>
/// What the log-probabilities of a sample's choices count in the gradient. The policy that drew the sample may be older than the one
/// that learns from it: results of other workers have come in between.
/// </summary>
internal static class SurrogateObjective
{
    /// <summary>
    /// REINFORCE: the advantage, times the ratio of the architecture's probabilities now and when it was drawn, at most 1 (truncated
    /// importance sampling, IMPALA, arXiv 1802.01561, section 4). With one worker the ratio is 1.
    /// </summary>
    public static double[] Reinforce(double advantage, double[] now, double[] drawn)
    {
        var ratio = Math.Min(1, Math.Exp(now.Sum() - drawn.Sum()));
        return [.. now.Select(_ => ratio * advantage)];
    }

    /// <summary>
    /// PPO (arXiv 1707.06347, eq. 7), choice by choice: the gradient of min(r·A, clip(r, 1 − ε, 1 + ε)·A) by the log-probability, r·A,
    /// or 0 where r is past the clip on the side that A pulls to.
    /// </summary>
    public static double[] Clipped(double advantage, double[] now, double[] drawn, double clip) => [.. now.Zip(drawn, (one, other) =>
    {
        var ratio = Math.Exp(one - other);
        return (advantage > 0 && ratio > 1 + clip) || (advantage < 0 && ratio < 1 - clip) ? 0 : ratio * advantage;
    })];
}
