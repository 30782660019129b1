using NasEngine.Contracts;

namespace NasEngine.Pipeline.Records;

/// <summary>Trials to records and back.</summary>
internal static class TrialMap
{
    /// <summary>A trial to its record.</summary>
    public static TrialRecord ToRecord(this Trial trial) => new(
        RecordMap.Values(trial.Architecture),
        trial.Fidelity.Epochs,
        trial.Fidelity.DataFraction,
        (trial.Weights as InheritedWeights)?.Candidate,
        trial.Weights is SlicedWeights slice ? new SliceRecord(slice.CalibrationBatches, slice.ValidationBatches) : null,
        trial.Keep,
        trial.Fidelity.Resolution,
        trial.Fidelity.Estimator,
        trial.Fidelity.PriorEpochs);

    /// <summary>A record to its trial, in the given space.</summary>
    public static Trial ToTrial(this TrialRecord record, string space) => new(
        RecordMap.Architecture(space, record.Architecture),
        new Fidelity(record.Epochs, record.DataFraction, record.Resolution, record.Estimator) { PriorEpochs = record.PriorEpochs })
    {
        Weights = record switch
        {
            { Slice: { } slice } => new SlicedWeights(slice.CalibrationBatches, slice.ValidationBatches),
            { Parent: { } candidate } => new InheritedWeights(candidate),
            _ => WeightOrigin.Fresh,
        },
        Keep = record.Keep,
    };
}
