using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>A trial that is a slice of the supernet: a network of its own with a copy of the shared weights, never trained.</summary>
internal static class SupernetSlice
{
    /// <summary>How the slice is to be taken.</summary>
    /// <exception cref="InputException">The trial wants other weights, training, or images of another size.</exception>
    public static SlicedWeights Of(string user, Trial trial) => trial switch
    {
        { Weights: not SlicedWeights } => throw new InputException(
            $"{user} trains supernet steps, and the strategy proposed a trial; use the estimator '{FromScratchEstimator.Id}' with it."),
        { Fidelity.Epochs: > 0 } => throw new InputException(
            $"{user} measures slices as they are, and the strategy wants one trained for {trial.Fidelity.Epochs} epochs; keep the slice "
            + $"and let a trial of estimator '{FromScratchEstimator.Id}' start from it."),
        { Fidelity: { DataFraction: < 1 } or { Resolution: not null } } => throw new InputException(
            $"{user} measures slices on all the data at their own resolution, and the strategy wants one on less; say how many validation "
            + $"batches instead."),
        { Weights: SlicedWeights slice } => slice,
    };

    /// <summary>The network with statistics of its own.</summary>
    public static SpecNetwork Take(Supernet supernet, Architecture path, SlicedWeights slice, SupernetBatches batches) =>
        supernet.Slice(path, batches.Calibration(slice.CalibrationBatches));

    /// <summary>What the network achieves and costs.</summary>
    public static Measurement Measure(
        Supernet supernet, SpecNetwork network, SlicedWeights slice, SupernetBatches batches, CancellationToken cancellation)
    {
        var score = supernet.Score(network, batches.Slices(slice.ValidationBatches), cancellation);
        var cost = network.Spec.Cost;
        return new Measurement()
            .With(MetricNames.ValidationLoss, score.Loss)
            .With(MetricNames.ValidationAccuracy, score.Accuracy)
            .With(MetricNames.Macs, cost.Macs)
            .With(MetricNames.Parameters, cost.Parameters)
            .With(MetricNames.ActivationBytes, cost.ActivationBytes)
            .With(MetricNames.WeightBytes, cost.WeightBytes);
    }
}
