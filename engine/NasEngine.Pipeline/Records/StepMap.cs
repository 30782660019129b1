using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Records;

/// <summary>Supernet steps to records and back.</summary>
internal static class StepMap
{
    /// <summary>A step to its record.</summary>
    public static StepRecord ToRecord(this SupernetStep step) => new(
        step.Rule.ToRecord(),
        [.. step.Train.Select(Record)],
        [.. step.Validate.Select(Record)],
        new Dictionary<string, double>(step.Settings),
        step.ValidationBatches == 1 ? null : step.ValidationBatches,
        step.TrainOn == DataPart.Validation,
        step.ValidateOn == DataPart.Training,
        step.SchedulePosition);

    /// <summary>A record to its step, in the given space.</summary>
    public static SupernetStep ToStep(this StepRecord record, string space) => new(
        record.Rule.ToComponent(),
        [.. record.Train.Select(route => Route(space, route))],
        [.. record.Validate.Select(route => Route(space, route))],
        Settings(record.Settings))
    {
        ValidationBatches = record.ValidationBatches ?? 1,
        TrainOn = record.TrainOnValidation ? DataPart.Validation : DataPart.Training,
        ValidateOn = record.ValidateOnTraining ? DataPart.Training : DataPart.Validation,
        SchedulePosition = record.SchedulePosition,
    };

    /// <summary>A record of an older journal to its step.</summary>
    public static SupernetStep ToStep(this PathStepRecord record, string space) => new(
        record.Rule,
        [.. record.Train.Select(values => RecordMap.Architecture(space, values))],
        [.. record.Validate.Select(values => RecordMap.Architecture(space, values))],
        Settings(record.Settings));

    private static RouteRecord Record(Route route) => route switch
    {
        Architecture path => new RouteRecord(RecordMap.Values(path), null),
        Mixture mixture => new RouteRecord(null, mixture.Decisions.ToDictionary(pair => pair.Key, pair => new ChoicesRecord(
            [.. pair.Value.Select(one => one.Choice)], [.. pair.Value.Select(one => one.Weight)]))),
        _ => throw new ArgumentOutOfRangeException(nameof(route), route, "Unknown route."),
    };

    private static Route Route(string space, RouteRecord record) => record switch
    {
        { Path: { } values } => RecordMap.Architecture(space, values),
        { Mixture: { } decisions } => new Mixture(space, decisions.ToImmutableSortedDictionary(
            pair => pair.Key,
            pair => pair.Value.Choices.Zip(pair.Value.Weights, (choice, weight) => new ChoiceWeight(choice, weight)).ToImmutableArray(),
            StringComparer.Ordinal)),
        _ => throw new ArgumentOutOfRangeException(nameof(record), record, "Neither a path nor a mixture."),
    };

    private static ImmutableSortedDictionary<string, double> Settings(Dictionary<string, double> settings) =>
        settings.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
