using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot;

/// <summary>Options of how slices of a supernet are measured.</summary>
internal static class SliceOptions
{
    /// <summary>Reads them.</summary>
    public static SlicedWeights Read(OptionReader options) => new(
        (int)options.Integer(
            "calibrationBatches", 8, "Training batches that a slice's batch-norm statistics are taken from.", min: 1, max: 1_000_000),
        (int)options.Integer(
            "validationBatches", 0, "Validation batches that a slice is measured on, 0 for all of them.", min: 0, max: 1_000_000));
}
