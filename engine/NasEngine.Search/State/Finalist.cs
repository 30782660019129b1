using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>A winner and, once it was trained from scratch, its measurement and latency.</summary>
public sealed record Finalist(Architecture Architecture, Measurement? Measurement, LatencyMeasurement? Latency)
{
    /// <summary>Its place among those that the search chose, from 0.</summary>
    public int Chosen { get; init; }

    /// <summary>What it is ranked by once it is measured; null in journals of earlier programs.</summary>
    public FinalScore? FinalScore { get; init; }

    /// <summary>Winners that nothing was measured of yet, in the order in which the search chose them.</summary>
    public static ImmutableArray<Finalist> Of(ImmutableArray<Architecture> chosen) =>
        [.. chosen.Select((architecture, place) => new Finalist(architecture, null, null) { Chosen = place })];

    /// <summary>Whether its attempts were lost with their workers: a resumed search tries it again.</summary>
    public bool IsLost => Measurement?.Failure is { Kind: FailureKind.Poisoned };

    /// <summary>The measurement with the latency among its metrics; null while there is none.</summary>
    public Measurement? WithLatency() => Latency is null ? Measurement : Measurement?.With(MetricNames.Latency, Latency.Milliseconds);
}
