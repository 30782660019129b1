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

    /// <summary>This, which must lower the score of what is over the target.</summary>
    /// <exception cref="InputException">It does not, or the target is not positive.</exception>
    internal CostTerm Checked() => this switch
    {
        { Target: not > 0 or double.PositiveInfinity } => throw new InputException(
            FormattableString.Invariant($"The target of '{Metric}' is {Target}; it must be above 0.")),
        { Above: not < 0 or double.NegativeInfinity } => throw new InputException(FormattableString.Invariant(
            $"The weight of '{Metric}' over its target is {Above}; it must be under 0, so that a cost over the target lowers the score.")),
        { Below: double.NaN or double.PositiveInfinity or double.NegativeInfinity } => throw new InputException(
            FormattableString.Invariant($"The weight of '{Metric}' under its target is {Below}; it must be a number.")),
        _ => this,
    };
}
