using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Records;

/// <summary>Contracts to records and back. Nothing is lost: a value mapped there and back is equal to itself.</summary>
public static class RecordMap
{
    /// <summary>A candidate to its record.</summary>
    public static CandidateRecord ToRecord(this Candidate candidate) => new(candidate.Number, candidate.Work switch
    {
        Trial trial => trial.ToRecord(),
        SupernetStep step => step.ToRecord(),
        var other => throw new ArgumentOutOfRangeException(nameof(candidate), other, "Unknown work."),
    });

    /// <summary>A record to its candidate, in the given space.</summary>
    public static Candidate ToCandidate(this CandidateRecord record, string space) => new(record.Number, record.Work switch
    {
        TrialRecord trial => trial.ToTrial(space),
        PathStepRecord step => step.ToStep(space),
        StepRecord step => step.ToStep(space),
        var other => throw new ArgumentOutOfRangeException(nameof(record), other, "Unknown work."),
    });

    /// <summary>A measurement to its record.</summary>
    public static MeasurementRecord ToRecord(this Measurement measurement) => new(
        new Dictionary<string, double>(measurement.Metrics),
        measurement.Series.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()),
        measurement.Failure?.Kind.ToString(),
        measurement.Failure?.Message,
        measurement.Network);

    /// <summary>A record to its measurement.</summary>
    public static Measurement ToMeasurement(this MeasurementRecord record) => new()
    {
        Metrics = record.Metrics.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Series = ToSeries(record.Series),
        Network = record.Network,
        Failure = record.FailureKind is null ? null : new Failure(Enum.Parse<FailureKind>(record.FailureKind), record.FailureMessage ?? ""),
    };

    /// <summary>A latency to its record.</summary>
    public static LatencyRecord ToRecord(this LatencyMeasurement latency) =>
        new(latency.Milliseconds, latency.Deviation, latency.Runs, latency.Threads, latency.Device);

    /// <summary>A record to its latency.</summary>
    public static LatencyMeasurement ToLatency(this LatencyRecord record) =>
        new(record.Milliseconds, record.Deviation, record.Runs, record.Threads, record.Device);

    /// <summary>Lists by name.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<double>> ToSeries(Dictionary<string, double[]> lists) =>
        lists.ToImmutableSortedDictionary(pair => pair.Key, pair => ImmutableArray.Create(pair.Value), StringComparer.Ordinal);

    /// <summary>The values of an architecture.</summary>
    public static int[] Values(Architecture architecture) => [.. architecture.Values];

    /// <summary>The architecture with these values.</summary>
    public static Architecture Architecture(string space, int[] values) => new(space, ImmutableArray.Create(values));
}
