using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>A winner and, once it was trained from scratch, its measurement and latency.</summary>
public sealed record Finalist(Architecture Architecture, Measurement? Measurement, LatencyMeasurement? Latency)
{
    /// <summary>Whether its attempts were lost with their workers: a resumed search tries it again.</summary>
    public bool IsLost => Measurement?.Failure is { Kind: FailureKind.Poisoned };

    /// <summary>The measurement with the latency among its metrics; null while there is none.</summary>
    public Measurement? WithLatency() => Latency is null ? Measurement : Measurement?.With(MetricNames.Latency, Latency.Milliseconds);
}
