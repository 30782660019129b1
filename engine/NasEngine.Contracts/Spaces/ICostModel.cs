namespace NasEngine.Contracts;

/// <summary>Costs that strategies may ask for before anything is trained.</summary>
public interface ICostModel
{
    /// <summary>
    /// The cost by name (see <see cref="MetricNames"/>): counted (<c>macs</c>, <c>params</c>, <c>activation_bytes</c>) or
    /// predicted (<c>latency_ms</c>).
    /// </summary>
    /// <exception cref="InputException">The cost is not known here.</exception>
    double Cost(string metric, Architecture architecture);
}
