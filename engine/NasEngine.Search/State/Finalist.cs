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

    /// <summary>
    /// What came of each seed that it was trained from, by its place from 0; <see cref="Measurement"/> is there once all are, and is their
    /// mean (<see cref="SeedMean"/>).
    /// </summary>
    public ImmutableSortedDictionary<int, FinalistMeasured> Seeds { get; init; } =
        ImmutableSortedDictionary<int, FinalistMeasured>.Empty;

    /// <summary>
    /// The standard deviation over the seeds (n − 1) of each metric that differs between them, in its own unit; empty with fewer than two.
    /// </summary>
    public ImmutableSortedDictionary<string, double> Deviations => SeedMean.Deviations([.. Seeds.Values]);

    /// <summary>Equal in what was measured, from every seed.</summary>
    public bool Equals(Finalist? other) => other is not null
        && (Architecture, Measurement, Latency, Chosen, FinalScore)
            .Equals((other.Architecture, other.Measurement, other.Latency, other.Chosen, other.FinalScore))
        && Seeds.SequenceEqual(other.Seeds);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Architecture, Chosen);

    /// <summary>Winners that nothing was measured of yet, in the order in which the search chose them.</summary>
    public static ImmutableArray<Finalist> Of(ImmutableArray<Architecture> chosen) =>
        [.. chosen.Select((architecture, place) => new Finalist(architecture, null, null) { Chosen = place })];

    /// <summary>Whether its attempts were lost with their workers: a resumed search tries it again.</summary>
    public bool IsLost => Measurement?.Failure is { Kind: FailureKind.Poisoned };

    /// <summary>Whether a seed is still to be trained: nothing came of it yet, or its attempts were lost with their workers.</summary>
    public bool Lacks(int seed) =>
        Seeds.GetValueOrDefault(seed) is not { } measured || measured.Measurement.Failure is { Kind: FailureKind.Poisoned };

    /// <summary>The finalist after one more measurement.</summary>
    /// <param name="measured">What came of one seed.</param>
    /// <param name="seeds">How many there are in all.</param>
    public Finalist With(FinalistMeasured measured, int seeds)
    {
        var known = Seeds.SetItem(measured.Seed, measured);
        var next = this with { Seeds = known };
        return known.Count < seeds ? next : next with
        {
            Measurement = SeedMean.Of([.. known.Values]),
            Latency = known.Values.FirstOrDefault(one => one.Measurement.Failure is null)?.Latency ?? known[0].Latency,
            FinalScore = SeedMean.Score([.. known.Values]),
        };
    }

    /// <summary>
    /// What was measured of the network that is kept, that of the first seed, the latency among it; null while there is none.
    /// </summary>
    public Measurement? OfKeptNetwork() => Seeds.GetValueOrDefault(0) is { } first
        ? (this with { Measurement = first.Measurement, Latency = first.Latency }).WithLatency()
        : WithLatency();

    /// <summary>
    /// The measurement with the latency among its metrics, and with what was predicted of it where a cost model did; null while there is
    /// none.
    /// </summary>
    public Measurement? WithLatency() => Latency is null || Measurement is null ? Measurement
        : Measurement.Metrics.TryGetValue(MetricNames.Latency, out var predicted)
            ? Measurement.With(MetricNames.PredictedLatency, predicted).With(MetricNames.Latency, Latency.Milliseconds)
            : Measurement.With(MetricNames.Latency, Latency.Milliseconds);
}
