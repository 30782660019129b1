using NasEngine.Contracts;

namespace NasEngine.Strategies.MultiFidelity.Median;

/// <summary>Options of median stopping.</summary>
/// <param name="Interval">Epochs between two decisions, above 0.</param>
/// <param name="Intervals">Intervals of a candidate that is never stopped, at least 1.</param>
/// <param name="Warmup">Intervals before the first decision, from 0.</param>
/// <param name="Startup">Other candidates that must have come as far before one is stopped, at least 1.</param>
internal sealed record MedianOptions(double Interval, int Intervals, int Warmup, int Startup)
{
    /// <summary>Reads them.</summary>
    public static MedianOptions Read(OptionReader options) => new(
        options.Number("interval", 1, "Epochs between two decisions.", min: 1e-6, max: 1e6),
        (int)options.Integer("intervals", 10, "Intervals that a candidate is trained for when it is never stopped.", min: 1, max: 10_000),
        (int)options.Integer("warmup", 0, "Intervals before a candidate may be stopped.", min: 0, max: 10_000),
        (int)options.Integer("startup", 5, "Others that must have come as far before a candidate may be stopped.", min: 1, max: 1_000_000));
}
