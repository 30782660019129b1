namespace NasEngine.Networks;

/// <summary>The line through whole networks that were measured, and how well it predicts others.</summary>
/// <param name="Line">From the sum over a network's operations to its latency.</param>
/// <param name="Check">Against networks that the line was not drawn through.</param>
internal sealed record LatencyFit(LatencyLine Line, LatencyCheck Check)
{
    /// <summary>Every other network draws the line; the rest check it.</summary>
    /// <param name="networks">
    /// Sums over their operations, and measured milliseconds; at least <see cref="SpaceProfile.LeastNetworks"/>.
    /// </param>
    public static LatencyFit Of(IReadOnlyList<(double Sum, double Measured)> networks)
    {
        var line = LatencyLine.Through([.. networks.Where((_, number) => number % 2 == 0)]);
        return new LatencyFit(line, LatencyCheck.Of(
            [.. networks.Where((_, number) => number % 2 == 1).Select(pair => (line.Of(pair.Sum), pair.Measured))]));
    }
}
