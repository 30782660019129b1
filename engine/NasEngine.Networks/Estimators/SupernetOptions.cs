using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Options of the estimator <c>supernet</c>.</summary>
/// <param name="BatchSize">Images of a training batch.</param>
/// <param name="ValidationBatchSize">Images of a validation batch.</param>
/// <param name="HeldOut">Share of the training images that routes are validated on.</param>
/// <param name="Sgd">Settings of the descent.</param>
/// <param name="Schedule">Name of the learning-rate schedule.</param>
/// <param name="ScheduleSteps">Steps that the schedule goes over; from there on its last value holds. 0: the whole budget.</param>
/// <param name="ScheduleEnd">
/// Where a cosine ends and an exponential fall stops, as a share of the highest learning rate; DARTS has 0.04, BigNAS 0.05.
/// </param>
internal sealed record SupernetOptions(
    int BatchSize, int ValidationBatchSize, double HeldOut, SgdSettings Sgd, string Schedule, long ScheduleSteps, double ScheduleEnd)
{
    private static readonly SgdSettings Defaults = new(LearningRate: 0.1, Momentum: 0.9, WeightDecay: 1e-4, Clip: 5);

    /// <summary>Reads them.</summary>
    public static SupernetOptions Read(OptionReader options)
    {
        var batchSize = (int)options.Integer("batchSize", 96, "Images of a training batch", min: 2, max: 65_536);
        return new SupernetOptions(
            batchSize,
            (int)options.Integer(
                "validationBatchSize", batchSize, "Images of a validation batch; as batchSize unless given", min: 2, max: 65_536),
            options.Number(
                "heldOut", 0.5, "Share of the training images that routes are validated on and never trained on", min: 0.001, max: 0.999),
            SgdSettings.Read(options, Defaults),
            options.OneOf("schedule", "cosine", "Learning rate over the steps", LearningRateSchedule.Names),
            options.Unless("schedule", LearningRateSchedule.Constant).Integer(
                "scheduleSteps", 0, "Steps that the schedule goes over, from there on its last value holds; 0 for the search's budget",
                min: 0),
            options.When("schedule", "cosine", "exponential").Number(
                "scheduleEnd", 0, "Where a cosine ends and an exponential fall stops, as a share of the highest learning rate", min: 0,
                max: 1));
    }
}
