using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Options of the costs <c>latency-table</c>.</summary>
/// <param name="Table">The file.</param>
internal sealed record LatencyTableOptions(InputFile Table)
{
    /// <summary>Reads them.</summary>
    public static LatencyTableOptions Read(OptionReader options) => new(
        options.File("table", "", "A table of latencies: what 'nas profile' writes, or JSON of milliseconds by key"));
}
