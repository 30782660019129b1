using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Options of the estimator <c>from-scratch</c>.</summary>
/// <param name="Epochs">Passes over the training part when the trial does not say.</param>
/// <param name="BatchSize">Images of a training batch.</param>
/// <param name="HeldOut">Share of the training images that the network is validated on.</param>
/// <param name="Test">Whether the test images are measured too.</param>
/// <param name="Crop">Pixels that training images are moved by at most, at random, in both directions.</param>
/// <param name="Flip">Whether training images are mirrored at random.</param>
/// <param name="Sgd">Settings of the descent.</param>
/// <param name="Schedule">Name of the learning-rate schedule.</param>
/// <param name="InheritsMatching">
/// Whether a trial that starts from another network takes what fits and draws the rest anew; otherwise all must fit, or in a space of
/// networks that grow (<see cref="IMorphSpace"/>) the other must grow into it.
/// </param>
/// <param name="Unevenness">By how much the shares of copied units differ when a network grows, in [0, 1).</param>
/// <param name="RandAugment">Operations of RandAugment that each training image goes through; 0 for none.</param>
/// <param name="Magnitude">Their magnitude, 0 to 30.</param>
/// <param name="Accumulate">Batches whose mean gradient makes a step.</param>
/// <param name="Patience">Epochs without a lower validation loss that end a training; 0 for none.</param>
/// <param name="SaveEvery">Steps after which a training is written down, to go on there after a kill; 0 for never.</param>
/// <param name="Precision">What a training computes in; networks are measured and kept in float32.</param>
/// <param name="Aids">What helps a network to do well on images that it has not seen.</param>
internal sealed record FromScratchOptions(
    double Epochs, int BatchSize, double HeldOut, bool Test, int Crop, bool Flip, SgdSettings Sgd, string Schedule, bool InheritsMatching,
    double Unevenness, int RandAugment, int Magnitude, int Accumulate, int Patience, int SaveEvery, TrainingPrecision Precision,
    TrainingAids Aids)
{
    private static readonly SgdSettings Defaults = new(LearningRate: 0.3, Momentum: 0.9, WeightDecay: 1e-4, Clip: 5);

    /// <summary>Reads them.</summary>
    public static FromScratchOptions Read(OptionReader options)
    {
        var test = options.Flag("testSet", false, "Also measure the test images; for finalists only, a search must not see them");
        var augment = options.Flag("augment", false, "Crop and mirror the training images at random");
        return new FromScratchOptions(
            options.Number("epochs", 2, "Passes over the training part, unless the trial's fidelity says", min: 0.01, max: 10_000),
            (int)options.Integer("batchSize", 128, "Images of a training batch", min: 2, max: 65_536),
            options.Number("heldOut", test
                ? 0.05
                : 0.5, "Share of the training images to validate on, not trained on; 0.05 with testSet", min: 0.001, max: 0.999),
            test,
            (int)options.Integer("crop", augment
                ? Augmentation.Border
                : 0, "Pixels that training images are moved by at most, at random; 2 with augment", min: 0, max: 64),
            options.Flag("flip", augment, "Mirror training images at random; with augment too"),
            SgdSettings.Read(options, Defaults),
            options.OneOf("schedule", "one-cycle", "Learning rate over the steps", LearningRateSchedule.Names),
            options.OneOf("inherit", "all", "What a trial takes of the network it starts from: all tensors, which grow in spaces of "
                + "networks that do; or those matching", "all", "matching") == "matching",
            options.When("inherit", "all").Number(
                "unevenness", 0.1, "By how much the shares of copied units differ when a network is widened; copies with equal shares "
                + "would stay equal", min: 0, max: 0.999),
            (int)options.Integer(
                "randAugment", 0, "Operations that each training image goes through, drawn from RandAugment's fourteen; usually 2", min: 0,
                max: 14),
            (int)options.Unless("randAugment", "0").Integer(
                "magnitude", 9, "How strong they are", min: 0, max: NasEngine.Networks.RandAugment.Largest),
            (int)options.Integer("accumulate", 1, "Batches whose mean gradient makes a step: a larger batch in parts", min: 1, max: 4096),
            (int)options.Integer(
                "patience", 0, "Epochs without a lower validation loss that end a training, which keeps the best epoch; 0 for none", min: 0,
                max: 10_000),
            (int)options.Integer(
                "saveEvery", 500, "Steps after which a training is written down, to go on there after a kill; 0 for never", min: 0,
                max: 1_000_000),
            TrainingPrecision.Read(options),
            TrainingAids.Read(options));
    }
}
