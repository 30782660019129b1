using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Second-order DARTS (arXiv 1806.09055, eq. 7 and 8): the gradient of L_val(w − η·(μ·v + ∇_w L_train(w, α) + λ·w), α) by the
/// weights of a mixture's choices, then a step of the shared weights on the training batch.
/// </summary>
/// <remarks>
/// Four passes: ∇_w L_train at w; L_val at the weights ahead; ∇_α L_train at w ± ε·∇L_val, whose difference stands for the
/// mixed second derivative, ε being 0.01/‖∇L_val‖. The step of the weights takes the first of them, so weights and
/// architecture move from the same point, where the paper takes it anew after the architecture moved. Reports the gradient
/// as that of a validated mixture, <see cref="SeriesNames.ValidationGradient"/> of route 0, and loss and accuracy on the
/// validation batch at the weights ahead.
/// </remarks>
internal sealed class UnrolledRule : ISupernetRule
{
    private const double Radius = 0.01;

    /// <inheritdoc/>
    public Measurement Train(SupernetStepContext context, CancellationToken cancellation)
    {
        if (context.Step.Train is not [Mixture mixture] || !context.Step.Validate.IsEmpty)
        {
            throw new InputException(
                $"Rule '{context.Step.Rule.Id}' takes one mixture to train and none to validate; step {context.Number} has "
                + $"{Counted(context.Step.Train)} to train and {context.Step.Validate.Length} routes to validate.");
        }

        using var gradient = new GradientSum(context.Supernet.Weights);
        using var direction = new GradientSum(context.Supernet.Weights);
        var here = Run(context, mixture, context.Training, gradient, cancellation);
        var ahead = Ahead(context, mixture, gradient, direction, cancellation);
        var mixed = MixedDerivative(context, mixture, direction, cancellation);
        var rate = context.Optimiser.Rate(context.RateFactor);
        var unrolled = ahead.Choices.Aggregate(new Measurement(), (report, pair) => report.With(
            SeriesNames.ValidationGradient(
                0, pair.Key), [.. pair.Value.Zip(mixed[pair.Key], (direct, second) => direct - (rate * second))]));
        if (double.IsFinite(here.Loss) && !unrolled.Series.Values.All(slopes => slopes.All(double.IsFinite)))
        {
            return Measurement.Failed(
                FailureKind.NotANumber, $"The architecture's gradient at step {context.Number} is not finite; lower the learning rate.");
        }

        var trained = context.Descend(gradient, [here.Loss]);
        return trained.Failure is null ? Scored(trained with { Series = trained.Series.AddRange(unrolled.Series) }, ahead.Score) : trained;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>The validation pass at the weights after a step that is taken back again.</summary>
    private static Outcome Ahead(
        SupernetStepContext context, Mixture mixture, GradientSum gradient, GradientSum direction, CancellationToken cancellation)
    {
        using var moved = new MovedWeights(context.Supernet.Weights.Flat);
        context.Optimiser.LookAhead(gradient.Gradients, context.RateFactor);
        return Run(context, mixture, context.Validation, direction, cancellation);
    }

    /// <summary>∂/∂α ∂/∂w L_train · v, by central differences along v.</summary>
    private static ImmutableSortedDictionary<string, ImmutableArray<double>> MixedDerivative(
        SupernetStepContext context, Mixture mixture, GradientSum direction, CancellationToken cancellation)
    {
        var norm = GradientNorm.Of(direction.Gradients.All);
        if (norm == 0 || !double.IsFinite(norm))
        {
            return mixture.Decisions.ToImmutableSortedDictionary(
                pair => pair.Key, pair => ImmutableArray.Create(new double[pair.Value.Length]), StringComparer.Ordinal);
        }

        var step = Radius / norm;
        var (above, below) = (ChoicesAt(step), ChoicesAt(-step));
        return above.ToImmutableSortedDictionary(
            pair => pair.Key,
            pair => pair.Value.Zip(below[pair.Key], (up, down) => (up - down) / (2 * step)).ToImmutableArray(),
            StringComparer.Ordinal);

        ImmutableSortedDictionary<string, ImmutableArray<double>> ChoicesAt(double by)
        {
            using var moved = new MovedWeights(context.Supernet.Weights.Flat);
            moved.Along(direction.Gradients, by);
            return Run(context, mixture, context.Training, null, cancellation).Choices;
        }
    }

    /// <summary>One pass; adds the gradient by the weights to <paramref name="sum"/> if there is one.</summary>
    private static Outcome Run(
        SupernetStepContext context, Mixture mixture, Batch batch, GradientSum? sum, CancellationToken cancellation)
    {
        var outcome = default(Outcome)!;
        var gradients = PassGradients.Choices | (sum is null ? PassGradients.None : PassGradients.Weights);
        context.Supernet.Run([new Pass(mixture, batch, gradients)], (_, result) =>
        {
            sum?.Add(result, 1);
            outcome = new Outcome(result.Loss, result.Choices, NetworkEvaluator.Of(result.Logits, batch));
        }, cancellation);
        return outcome;
    }

    private static string Counted(ImmutableArray<Route> routes) => routes is [Architecture] ? "a path" : $"{routes.Length} routes";

    private static Measurement Scored(Measurement measured, ClassificationScore score) => measured
        .With(MetricNames.ValidationLoss, score.Loss)
        .With(MetricNames.ValidationAccuracy, score.Accuracy)
        .With(SeriesNames.ValidationLosses, [score.Loss])
        .With(SeriesNames.ValidationAccuracies, [score.Accuracy]);

    private sealed record Outcome(
        double Loss, ImmutableSortedDictionary<string, ImmutableArray<double>> Choices, ClassificationScore Score);
}
