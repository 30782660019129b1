namespace NasEngine.Strategies.Probabilistic;

/// <summary>From coarse to fine: FP-NAS's step from the factorised to the joint form (arXiv 2011.10949).</summary>
internal static class JointForm
{
    /// <summary>
    /// The same distribution with a categorical per layer, whose logits are the sums of the log-probabilities that the
    /// variables had: the probability of no architecture changes.
    /// </summary>
    public static Distribution Of(Distribution factorised)
    {
        var space = factorised.Space;
        var factors = Factors.Joint(space);
        var logits = new double[factors.Sum(factor => factor.Count)];
        foreach (var factor in factors)
        {
            for (var place = 0; place < factor.Decisions.Length; place++)
            {
                var logs = factorised.LogProbabilities(FactorOf(factorised, factor.Decisions[place]));
                for (var i = 0; i < factor.Count; i++)
                {
                    logits[factor.Offset + i] += logs[factor.Value(i, place)];
                }
            }
        }

        return new Distribution(space, factors, logits);
    }

    private static Factor FactorOf(Distribution factorised, int decision) =>
        factorised.Factors.Single(factor => factor.Decisions is [var only] && only == decision);
}
