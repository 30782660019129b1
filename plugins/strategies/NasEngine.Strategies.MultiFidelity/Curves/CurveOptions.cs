using NasEngine.Contracts;

namespace NasEngine.Strategies.MultiFidelity.Curves;

/// <summary>Options of strategies that stop candidates by their scores so far.</summary>
/// <param name="Interval">Epochs between two decisions, above 0.</param>
/// <param name="Intervals">Intervals of a candidate that is never stopped, at least 1.</param>
internal sealed record CurveOptions(double Interval, int Intervals)
{
    /// <summary>Reads them.</summary>
    public static CurveOptions Read(OptionReader options) => new(
        options.Number("interval", 1, "Epochs between two decisions.", min: 1e-6, max: 1e6),
        (int)options.Integer("intervals", 10, "Intervals that a candidate is trained for when it is never stopped.", min: 1, max: 10_000));
}
