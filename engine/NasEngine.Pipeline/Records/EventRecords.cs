using MessagePack;

namespace NasEngine.Pipeline.Records;

/// <summary>Who had a candidate as bytes; earlier programs did not write it.</summary>
[MessagePackObject]
public sealed record WorkedByRecord([property: Key(0)] int Worker, [property: Key(1)] float Seconds, [property: Key(2)] long Node = 0);

/// <summary>A lost attempt as bytes.</summary>
[MessagePackObject]
public sealed record AttemptFailedRecord(
    [property: Key(0)] long Number,
    [property: Key(1)] int Attempt,
    [property: Key(2)] string Reason,
    [property: Key(3)] WorkedByRecord? By = null);

/// <summary>A measured candidate as bytes.</summary>
[MessagePackObject]
public sealed record MeasuredRecord(
    [property: Key(0)] long Number,
    [property: Key(1)] MeasurementRecord Measurement,
    [property: Key(2)] WorkedByRecord? By = null);

/// <summary>An observed candidate as bytes.</summary>
[MessagePackObject]
public sealed record ObservedRecord(
    [property: Key(0)] long Number,
    [property: Key(1)] Dictionary<string, double> Status);

/// <summary>A checkpoint as bytes.</summary>
[MessagePackObject]
public sealed record CheckpointRecord(
    [property: Key(0)] long Number,
    [property: Key(1)] string File,
    [property: Key(2)] string Sha256);

/// <summary>The winners as bytes.</summary>
[MessagePackObject]
public sealed record FinalistsRecord(
    [property: Key(0)] int[][] Architectures,
    [property: Key(1)] Dictionary<string, double[]> Alphas);

/// <summary>A measured finalist as bytes.</summary>
[MessagePackObject]
public sealed record FinalistMeasuredRecord(
    [property: Key(0)] int Rank,
    [property: Key(1)] MeasurementRecord Measurement,
    [property: Key(2)] LatencyRecord? Latency,
    [property: Key(3)] FinalScoreRecord? FinalScore = null,
    [property: Key(4)] WorkedByRecord? By = null,
    [property: Key(5)] int Seed = 0);

/// <summary>What a finalist is ranked by as bytes.</summary>
[MessagePackObject]
public sealed record FinalScoreRecord([property: Key(0)] double? Score, [property: Key(1)] double Excess);

/// <summary>The order of the winners as bytes.</summary>
[MessagePackObject]
public sealed record FinalistsRankedRecord([property: Key(0)] int[] Order);

/// <summary>A winner of an earlier definition as bytes.</summary>
[MessagePackObject]
public sealed record KeptFinalRecord([property: Key(0)] int[] Architecture, [property: Key(1)] FinalistMeasuredRecord Measured);

/// <summary>Another definition as bytes.</summary>
[MessagePackObject]
public sealed record RedefinedRecord(
    [property: Key(0)] SpecRecord Spec,
    [property: Key(1)] KeptFinalRecord[] Kept,
    [property: Key(2)] bool MoreTime);

/// <summary>A latency as bytes.</summary>
[MessagePackObject]
public sealed record LatencyRecord(
    [property: Key(0)] double Milliseconds,
    [property: Key(1)] double Deviation,
    [property: Key(2)] int Runs,
    [property: Key(3)] int Threads,
    [property: Key(4)] string Device);

/// <summary>The end, by itself or by failure, as bytes.</summary>
[MessagePackObject]
public sealed record EndedRecord([property: Key(0)] string? Reason, [property: Key(1)] long? Retry = null);

/// <summary>A <see cref="NasEngine.Search.Renamed"/> as bytes.</summary>
[MessagePackObject]
public sealed record RenamedRecord([property: Key(0)] string Name);

/// <summary>A <see cref="NasEngine.Search.Noted"/> as bytes.</summary>
[MessagePackObject]
public sealed record NotedRecord([property: Key(0)] string Text, [property: Key(1)] long? Candidate);

/// <summary>An <see cref="NasEngine.Search.Enqueued"/> as bytes.</summary>
[MessagePackObject]
public sealed record EnqueuedRecord([property: Key(0)] int[] Architecture);
