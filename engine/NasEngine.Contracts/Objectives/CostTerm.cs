namespace NasEngine.Contracts;

/// <summary>
/// A cost with a target: the factor (cost/target)^w, with w = <paramref name="Below"/> at or under the target and
/// <paramref name="Above"/> over it (MnasNet, CVPR 2019, eq. 2 and 3).
/// </summary>
/// <param name="Metric">Name of the cost.</param>
/// <param name="Target">Positive, in the metric's unit.</param>
/// <param name="Below">Exponent at or under the target; −0.07 soft, 0 hard.</param>
/// <param name="Above">Exponent over the target; −0.07 soft, −1 hard.</param>
public sealed record CostTerm(string Metric, double Target, double Below, double Above)
{
    /// <summary>The factor for a cost.</summary>
    public double Factor(double cost) => Math.Pow(cost / Target, cost <= Target ? Below : Above);
}
