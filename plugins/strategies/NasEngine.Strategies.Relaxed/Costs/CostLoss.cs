using System.Collections.Immutable;

namespace NasEngine.Strategies.Relaxed;

/// <summary>
/// The loss of an architecture: its cross-entropy and what its expected costs add. FBNet's logarithm is of a latency whose unit the
/// paper leaves open; here it is of thousandths of the target, and one, so that it is positive in any unit.
/// </summary>
/// <param name="Form">How costs come in.</param>
/// <param name="Scale">a.</param>
/// <param name="Exponent">b.</param>
/// <param name="Weight">λ.</param>
internal sealed record CostLoss(CostForm Form, double Scale = 0.2, double Exponent = 0.6, double Weight = 1)
{
    private const double Parts = 1000;

    /// <summary>The loss, nats.</summary>
    public double Value(double crossEntropy, ImmutableArray<double> shares) => Form switch
    {
        CostForm.Power => crossEntropy * Product(shares),
        CostForm.Sum => crossEntropy + (Weight * shares.Sum()),
        CostForm.Excess => crossEntropy + (Weight * shares.Sum(share => Math.Max(0, share - 1))),
        _ => crossEntropy + (Weight * shares.Sum(share => Math.Abs(share - 1))),
    };

    /// <summary>Its slopes by the weights of choices.</summary>
    /// <param name="crossEntropy">Of the mixture on the validation batch, nats.</param>
    /// <param name="slopes">∂cross-entropy/∂weight.</param>
    /// <param name="costs">The mixture's costs; none leaves the cross-entropy alone.</param>
    public ChoiceValues Slopes(double crossEntropy, ChoiceValues slopes, ImmutableArray<CostShare> costs)
    {
        var product = Form == CostForm.Power ? Product([.. costs.Select(cost => cost.Value)]) : 1;
        return costs.Aggregate(
            slopes.Map((_, values) => values.Select(value => value * product)),
            (sum, cost) =>
            {
                var factor = ByShare(crossEntropy * product, cost.Value);
                return sum.With(cost.ByWeight, (slope, share) => slope + (factor * share));
            });
    }

    private double ByShare(double loss, double share) => Form switch
    {
        CostForm.Power => loss * Exponent * Parts / ((1 + (Parts * share)) * Math.Log(1 + (Parts * share))),
        CostForm.Sum => Weight,
        CostForm.Excess => share > 1 ? Weight : 0,
        _ => Weight * Math.Sign(share - 1),
    };

    private double Product(ImmutableArray<double> shares) =>
        shares.Aggregate(1.0, (product, share) => product * Scale * Math.Pow(Math.Log(1 + (Parts * share)), Exponent));
}
