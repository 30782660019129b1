using NasEngine.Contracts;
using NasEngine.Strategies.MultiFidelity.Curves;

namespace NasEngine.Strategies.MultiFidelity.Extrapolation;

/// <summary>Options of stopping by extrapolated learning curves (Domhan et al., IJCAI 2015).</summary>
/// <param name="Curves">The intervals.</param>
/// <param name="Warmup">Intervals before the first decision, at least 2.</param>
/// <param name="Threshold">The least probability of becoming the best at which a candidate goes on, in (0, 1).</param>
internal sealed record ExtrapolationOptions(CurveOptions Curves, int Warmup, double Threshold)
{
    /// <summary>Reads them.</summary>
    public static ExtrapolationOptions Read(OptionReader options) => new(
        CurveOptions.Read(options),
        (int)options.Integer(
            "warmup", 3, "Intervals before a candidate may be stopped, by which its curve is fitted.", min: 2, max: 10_000),
        options.Number(
            "threshold", 0.05,
            "A candidate is stopped when it becomes better than the best so far with a probability under this (Domhan et al., section 4).",
            min: 1e-9, max: 0.999));
}
