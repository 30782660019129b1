using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>
/// What came of a candidate. Holds nothing that differs between two equal runs: times are kept elsewhere.
/// </summary>
public sealed record Measurement
{
    private static readonly ImmutableSortedDictionary<string, double> NoMetrics =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    private static readonly ImmutableSortedDictionary<string, ImmutableArray<double>> NoSeries =
        ImmutableSortedDictionary.Create<string, ImmutableArray<double>>(StringComparer.Ordinal);

    /// <summary>Scalars by name, see <see cref="MetricNames"/>.</summary>
    public ImmutableSortedDictionary<string, double> Metrics { get; init; } = NoMetrics;

    /// <summary>
    /// Lists by name, see <see cref="SeriesNames"/>: one value per route of a step, gradients of a mixture, or what else a
    /// rule reports.
    /// </summary>
    public ImmutableSortedDictionary<string, ImmutableArray<double>> Series { get; init; } = NoSeries;

    /// <summary>
    /// SHA-256 of the network that the trial left behind (<see cref="Trial.Keep"/>), hexadecimal; null when it left none. The engine
    /// sets it.
    /// </summary>
    public string? Network { get; init; }

    /// <summary>Why there are no metrics; null when there are.</summary>
    public Failure? Failure { get; init; }

    /// <summary>A measurement that failed.</summary>
    public static Measurement Failed(FailureKind kind, string message) => new() { Failure = new Failure(kind, message) };

    /// <summary>This with one metric more.</summary>
    public Measurement With(string metric, double value) => this with { Metrics = Metrics.SetItem(metric, value) };

    /// <summary>This with one list more.</summary>
    public Measurement With(string series, ImmutableArray<double> values) => this with { Series = Series.SetItem(series, values) };

    /// <inheritdoc/>
    public bool Equals(Measurement? other) =>
        other is not null && Equals(Failure, other.Failure) && Network == other.Network &&
        Metrics.Count == other.Metrics.Count && Series.Count == other.Series.Count &&
        Metrics.All(pair => other.Metrics.TryGetValue(pair.Key, out var value) && Same(pair.Value, value)) &&
        Series.All(pair => other.Series.TryGetValue(pair.Key, out var values) &&
            values.Length == pair.Value.Length && pair.Value.Zip(values).All(two => Same(two.First, two.Second)));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Failure, Metrics.Count, Series.Count);

    private static bool Same(double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);
}
