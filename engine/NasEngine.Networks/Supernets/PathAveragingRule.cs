using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Trains on a weighted mean of the path gradients, added up as the paths come in: one sum is held, not K gradients.
/// </summary>
/// <param name="scale">
/// Gives s of the weights ω_k = exp(−s·NLL_k) / Σ_j exp(−s·NLL_j), NLL_k being the mean cross-entropy of path k on the
/// batch.
/// </param>
internal sealed class PathAveragingRule(Func<SupernetStepContext, double> scale) : ISupernetRule
{
    /// <summary>Name of the step's setting that gives s of the rule <c>importance</c>.</summary>
    public const string LossScale = "loss_scale";

    /// <summary>
    /// Self-normalised importance weights (PARSEC, arXiv 1902.05116, section 3; FP-NAS, arXiv 2011.10949): s is the
    /// step's setting <c>loss_scale</c>, by default 1. The batch size makes the weights those of the summed loss.
    /// </summary>
    public static PathAveragingRule Importance() => new(context => context.Setting(LossScale, 1));

    /// <summary>The plain mean over the paths.</summary>
    public static PathAveragingRule Uniform() => new(_ => 0);

    /// <inheritdoc/>
    public Measurement Train(SupernetStepContext context, CancellationToken cancellation)
    {
        var paths = context.Step.Train;
        if (paths.IsEmpty)
        {
            return new Measurement();
        }

        var losses = ImmutableArray.CreateBuilder<double>(paths.Length);
        using var sum = new SoftmaxWeightedSum(context.Supernet.Weights, scale(context));
        context.Supernet.Backward(paths, context.Training, (_, gradient) =>
        {
            losses.Add(gradient.Loss);
            sum.Add(gradient);
        }, cancellation);

        var reported = losses.MoveToImmutable();
        var finite = reported.TakeWhile(double.IsFinite).Count();
        if (finite < reported.Length)
        {
            return Measurement.Failed(
                FailureKind.NotANumber,
                $"The training loss of path {finite} ({paths[finite].Id}) at step {context.Number} is not a finite number; lower the learning rate.");
        }

        var mean = sum.Mean();
        if (!GradientNorm.IsFinite(mean.Gradients))
        {
            return Measurement.Failed(
                FailureKind.NotANumber, $"The gradient at step {context.Number} is not finite; lower the learning rate.");
        }

        context.Descend(mean);
        return new Measurement()
            .With(MetricNames.TrainLoss, reported.Average())
            .With(SeriesNames.TrainLosses, reported);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
