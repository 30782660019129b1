using NasEngine.Contracts;

namespace NasEngine.Strategies.Portfolio;

/// <summary>
/// What members of a portfolio have earned (after P3BO, Angermueller et al., arXiv 2006.03227, section 3): a result that is better than
/// the best before it earns its member the relative improvement, and all credit decays with every result.
/// </summary>
/// <param name="members">How many share the search.</param>
internal sealed class Credits(int members)
{
    private readonly double[] _credits = new double[members];
    private double _best = double.NegativeInfinity;
    private double _worst = double.PositiveInfinity;

    /// <summary>The credit of a member, at least 0.</summary>
    public double this[int member] => _credits[member];

    /// <summary>
    /// A result with a score: an improvement counts in parts of the range between the worst and the best score before it, 1 where that
    /// range is empty; the first result of all improves nothing.
    /// </summary>
    public void Earn(int member, double score, double decay)
    {
        for (var one = 0; one < _credits.Length; one++)
        {
            _credits[one] *= decay;
        }

        if (score > _best && double.IsFinite(_best))
        {
            _credits[member] += _best > _worst ? (score - _best) / (_best - _worst) : 1;
        }

        (_best, _worst) = (Math.Max(_best, score), Math.Min(_worst, score));
    }

    /// <summary>
    /// How likely each member is asked: softmax(s / τ) of the credits s brought to the range 0 to 1; all alike while they are equal.
    /// </summary>
    public double[] Shares(double temperature)
    {
        var (low, high) = (_credits.Min(), _credits.Max());
        var weights = _credits.Select(credit => high > low ? Math.Exp((credit - high) / (high - low) / temperature) : 1).ToArray();
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    /// <summary>Writes them.</summary>
    public void Save(StateWriter state)
    {
        state.Write(_credits);
        state.Write(_best);
        state.Write(_worst);
    }

    /// <summary>What <see cref="Save"/> wrote.</summary>
    public static Credits Restore(int members, ref StateReader state)
    {
        var credits = new Credits(members);
        state.Doubles(members).CopyTo(credits._credits, 0);
        (credits._best, credits._worst) = (state.Double(), state.Double());
        return credits;
    }
}
