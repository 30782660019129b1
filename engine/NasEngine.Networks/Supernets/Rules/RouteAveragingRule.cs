using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Trains on a weighted mean of the routes' gradients, added up as the routes come in: one sum is held, not K gradients.
/// </summary>
/// <param name="options">What else to report.</param>
/// <param name="scale">
/// Gives s of the weights ω_k = exp(−s·NLL_k) / Σ_j exp(−s·NLL_j), NLL_k being the mean cross-entropy of route k on the
/// batch.
/// </param>
internal sealed class RouteAveragingRule(RouteAveragingOptions options, Func<SupernetStepContext, double> scale) : ISupernetRule
{
    /// <summary>Name of the step's setting that gives s of the rule <c>importance</c>.</summary>
    public const string LossScale = "loss_scale";

    /// <summary>
    /// Self-normalised importance weights (PARSEC, arXiv 1902.05116, section 3; FP-NAS, arXiv 2011.10949): s is the
    /// step's setting <c>loss_scale</c>, by default 1. The batch size makes the weights those of the summed loss.
    /// </summary>
    public static RouteAveragingRule Importance(RouteAveragingOptions options) => new(options, context => context.Setting(LossScale, 1));

    /// <summary>The plain mean over the routes; of one route, plain descent.</summary>
    public static RouteAveragingRule Uniform(RouteAveragingOptions options) => new(options, _ => 0);

    /// <inheritdoc/>
    public Measurement Train(SupernetStepContext context, CancellationToken cancellation)
    {
        if (context.OnlyMeasures())
        {
            return new Measurement();
        }

        var gradients = PassGradients.Weights | (options.ChoiceGradients ? PassGradients.Choices : PassGradients.None);
        var losses = ImmutableArray.CreateBuilder<double>(context.Step.Train.Length);
        var choices = new Measurement();
        using var sum = new SoftmaxWeightedSum(context.Supernet.Weights, scale(context));
        context.Supernet.Run(
            [.. context.Step.Train.Select(route => new Pass(route, context.Training, gradients))],
            (number, result) =>
            {
                losses.Add(result.Loss);
                sum.Add(result);
                choices = result.Choices.Aggregate(
                    choices, (report, pair) => report.With(SeriesNames.TrainGradient(number, pair.Key), pair.Value));
            },
            cancellation);
        var trained = context.Descend(sum.Mean(), losses.MoveToImmutable());
        return trained with { Series = trained.Series.AddRange(choices.Series) };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
