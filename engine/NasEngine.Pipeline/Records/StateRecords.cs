using MessagePack;

namespace NasEngine.Pipeline.Records;

/// <summary>A leading trial as bytes.</summary>
[MessagePackObject]
public sealed record LeaderRecord(
    [property: Key(0)] long Number,
    [property: Key(1)] int[] Architecture,
    [property: Key(2)] double Score,
    [property: Key(3)] MeasurementRecord Measurement,
    [property: Key(4)] double Excess = 0,
    [property: Key(5)] string? Network = null);

/// <summary>What was spent of the budget beside candidates, as bytes.</summary>
[MessagePackObject]
public sealed record SpentRecord(
    [property: Key(0)] long Trials,
    [property: Key(1)] long Steps,
    [property: Key(2)] double Epochs,
    [property: Key(3)] double VirtualSeconds,
    [property: Key(4)] double? Nearest = null);

/// <summary>A fidelity as bytes.</summary>
[MessagePackObject]
public sealed record FidelityRecord(
    [property: Key(0)] double? Epochs,
    [property: Key(1)] double DataFraction,
    [property: Key(2)] int? Resolution,
    [property: Key(3)] string? Estimator,
    [property: Key(4)] double PriorEpochs = 0);

/// <summary>A trial of the Pareto front as bytes.</summary>
[MessagePackObject]
public sealed record FrontRecord(
    [property: Key(0)] long Number,
    [property: Key(1)] int[] Architecture,
    [property: Key(2)] double[] Values,
    [property: Key(3)] MeasurementRecord? Measurement = null);

/// <summary>What failed as bytes.</summary>
[MessagePackObject]
public sealed record FailuresRecord(
    [property: Key(0)] Dictionary<int, long> Kinds,
    [property: Key(1)] long InARow,
    [property: Key(2)] MeasurementRecord? Last,
    [property: Key(3)] long? LostFrom,
    [property: Key(4)] string? LostFor,
    [property: Key(5)] Dictionary<string, long>? Reasons = null,
    [property: Key(6)] long Lost = 0,
    [property: Key(7)] long Longest = 0);

/// <summary>The state of a search that is still searching, as bytes. Earlier programs wrote nothing after the last measurement.</summary>
[MessagePackObject]
public sealed record StateRecord(
    [property: Key(0)] long Next,
    [property: Key(1)] long Observed,
    [property: Key(2)] long Samples,
    [property: Key(3)] CandidateRecord[] Pending,
    [property: Key(4)] MeasuredRecord[] Arrived,
    [property: Key(5)] Dictionary<long, int> Attempts,
    [property: Key(6)] LeaderRecord[] Leaders,
    [property: Key(7)] Dictionary<string, double> Status,
    [property: Key(8)] MeasurementRecord? Last,
    [property: Key(9)] bool? IsSupernet = null,
    [property: Key(10)] FrontRecord[]? Front = null,
    [property: Key(11)] long Unscored = 0,
    [property: Key(12)] SpentRecord? Spent = null,
    [property: Key(13)] FidelityRecord? TopFidelity = null,
    [property: Key(14)] Dictionary<long, string>? Kept = null,
    [property: Key(15)] bool TimeSpent = false,
    [property: Key(16)] FailuresRecord? Failures = null,
    [property: Key(17)] bool IsPaused = false,
    [property: Key(18)] int[][]? Queue = null,
    [property: Key(19)] long[]? Wished = null,
    [property: Key(20)] long? Placed = null,
    [property: Key(21)] Dictionary<long, int[]>? KeptOf = null);
