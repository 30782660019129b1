using MessagePack;

namespace NasEngine.Pipeline.Records;

/// <summary>Work as bytes.</summary>
[Union(0, typeof(TrialRecord))]
[Union(1, typeof(PathStepRecord))]
[Union(2, typeof(StepRecord))]
public interface IWorkRecord;

/// <summary>
/// A trial as bytes. Architectures are their values; the space is that of the search. Earlier programs wrote nothing after the
/// candidate whose weights it starts from.
/// </summary>
[MessagePackObject]
public sealed record TrialRecord(
    [property: Key(0)] int[] Architecture,
    [property: Key(1)] double? Epochs,
    [property: Key(2)] double DataFraction,
    [property: Key(3)] long? Parent,
    [property: Key(4)] SliceRecord? Slice = null,
    [property: Key(5)] bool Keep = false,
    [property: Key(6)] int? Resolution = null,
    [property: Key(7)] string? Estimator = null,
    [property: Key(8)] double PriorEpochs = 0) : IWorkRecord;

/// <summary>Weights from the supernet, as bytes.</summary>
[MessagePackObject]
public sealed record SliceRecord(
    [property: Key(0)] int CalibrationBatches,
    [property: Key(1)] int ValidationBatches);

/// <summary>A supernet step of paths as bytes; read from journals of proposals of version 1, no longer written.</summary>
[MessagePackObject]
public sealed record PathStepRecord(
    [property: Key(0)] string Rule,
    [property: Key(1)] int[][] Train,
    [property: Key(2)] int[][] Validate,
    [property: Key(3)] Dictionary<string, double> Settings) : IWorkRecord;

/// <summary>
/// A supernet step as bytes. Earlier programs wrote nothing after the settings: one batch, trained on the training part and measured
/// on the validation part.
/// </summary>
[MessagePackObject]
public sealed record StepRecord(
    [property: Key(0)] ComponentRecord Rule,
    [property: Key(1)] RouteRecord[] Train,
    [property: Key(2)] RouteRecord[] Validate,
    [property: Key(3)] Dictionary<string, double> Settings,
    [property: Key(4)] int? ValidationBatches = null,
    [property: Key(5)] bool TrainOnValidation = false,
    [property: Key(6)] bool ValidateOnTraining = false,
    [property: Key(7)] double? SchedulePosition = null) : IWorkRecord;

/// <summary>A route as bytes: a path, or else the decisions of a mixture.</summary>
[MessagePackObject]
public sealed record RouteRecord(
    [property: Key(0)] int[]? Path,
    [property: Key(1)] Dictionary<string, ChoicesRecord>? Mixture);

/// <summary>The listed choices of a decision as bytes.</summary>
[MessagePackObject]
public sealed record ChoicesRecord(
    [property: Key(0)] int[] Choices,
    [property: Key(1)] double[] Weights);

/// <summary>A candidate as bytes.</summary>
[MessagePackObject]
public sealed record CandidateRecord(
    [property: Key(0)] long Number,
    [property: Key(1)] IWorkRecord Work);

/// <summary>A measurement as bytes. Earlier programs wrote nothing of a network.</summary>
[MessagePackObject]
public sealed record MeasurementRecord(
    [property: Key(0)] Dictionary<string, double> Metrics,
    [property: Key(1)] Dictionary<string, double[]> Series,
    [property: Key(2)] string? FailureKind,
    [property: Key(3)] string? FailureMessage,
    [property: Key(4)] string? Network = null);
