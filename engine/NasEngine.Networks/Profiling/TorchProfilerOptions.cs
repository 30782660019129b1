using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Options of the profiler <c>torch</c>.</summary>
/// <param name="WarmUp">Runs that are not timed.</param>
/// <param name="Runs">Timed runs.</param>
internal sealed record TorchProfilerOptions(int WarmUp, int Runs)
{
    /// <summary>Reads them.</summary>
    public static TorchProfilerOptions Read(OptionReader options) => new(
        (int)options.Integer("warmUp", 10, "Runs before the timed ones", min: 0, max: 10_000),
        (int)options.Integer("runs", 50, "Timed runs, of which the median counts", min: 1, max: 100_000));
}
