using NasEngine.Contracts;
using NasEngine.Strategies.MultiFidelity.Curves;

namespace NasEngine.Strategies.MultiFidelity.Median;

/// <summary>Options of median stopping.</summary>
/// <param name="Curves">The intervals.</param>
/// <param name="Warmup">Intervals before the first decision, from 0.</param>
/// <param name="Startup">Other candidates that must have come as far before one is stopped, at least 1.</param>
internal sealed record MedianOptions(CurveOptions Curves, int Warmup, int Startup)
{
    /// <summary>Reads them.</summary>
    public static MedianOptions Read(OptionReader options) => new(
        CurveOptions.Read(options),
        (int)options.Integer("warmup", 0, "Intervals before a candidate may be stopped.", min: 0, max: 10_000),
        (int)options.Integer("startup", 5, "Others that must have come as far before a candidate may be stopped.", min: 1, max: 1_000_000));
}
