using System.Collections.Immutable;
using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks.Tests.Supernets;

/// <summary>
/// What a rule is given is enough for second-order DARTS (arXiv 1806.09055, eq. 7 and 8): the gradient of
/// L_val(w − ξ·∇_w L_train(w, α), α) by α, against differences of that function itself.
/// </summary>
public sealed class UnrolledRuleTests : IDisposable
{
    private const double Rate = 0.5;

    private static readonly ToySpace Space = new(side: 4);

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly Supernet _supernet = new(Space, seed: 3, torch.CPU, threads: 1);
    private readonly Sgd _optimiser = new(new SgdSettings(LearningRate: 0.1, Momentum: 0, WeightDecay: 0, Clip: 0));
    private readonly Batch _training = ToyBatches.Of(16, Space, "training");
    private readonly Batch _validation = ToyBatches.Of(16, Space, "validation");

    public void Dispose()
    {
        _optimiser.Dispose();
        _supernet.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void A_rule_can_differentiate_through_a_weight_step()
    {
        const double h = 0.02;
        var before = Bits.Of(_supernet.Weights.Tensors);
        double[] weights = [0.5, 0.3, 0.2];

        var measured = new UnrolledRule().Train(Context(weights), default);

        Bits.Of(_supernet.Weights.Tensors).Should().Equal(before);
        for (var choice = 0; choice < weights.Length; choice++)
        {
            var (above, below) = (Moved(weights, choice, h), Moved(weights, choice, -h));
            measured.Series["unrolled/operation"][choice].Should().BeApproximately((above - below) / (2 * h), 5e-3);
        }

        var first = FirstOrder(weights);
        measured.Series["unrolled/operation"].Zip(first).Max(two => Math.Abs(two.First - two.Second)).Should().BeGreaterThan(1e-2);
    }

    private double Moved(double[] weights, int choice, double by)
    {
        var moved = (double[])weights.Clone();
        moved[choice] += by;
        return UnrolledRule.AfterStep(Context(moved), (_, result) => result.Loss);
    }

    private ImmutableArray<double> FirstOrder(double[] weights)
    {
        ImmutableArray<double> gradient = [];
        _supernet.Run([new Pass(Mix(weights), _validation, PassGradients.Choices)], (_, result) => gradient = result.Choices["operation"], default);
        return gradient;
    }

    private SupernetStepContext Context(double[] weights)
    {
        var step = new SupernetStep("unrolled", [Mix(weights)], [], SupernetStep.NoSettings.Add("rate", Rate));
        return new SupernetStepContext(_supernet, 0, step, _training, _validation, _optimiser, RateFactor: 1, Seed: 3);
    }

    private static Mixture Mix(double[] weights) => Mixture.Of("toy").With("width", 2).With("shortcut", 1).With("operation", weights);

    private sealed class UnrolledRule : ISupernetRule
    {
        public Measurement Train(SupernetStepContext context, CancellationToken cancellation)
        {
            using var ahead = new GradientSum(context.Supernet.Weights);
            var direct = AfterStep(context, (_, result) =>
            {
                ahead.Add(result, 1);
                return result.Choices;
            });
            var radius = 0.01 / Math.Sqrt(ahead.Gradients.Values.Sum(gradient => Math.Pow(gradient.norm().ToDouble(), 2)));
            var (above, below) = (TrainingGradient(radius), TrainingGradient(-radius));
            return direct.Aggregate(new Measurement(), (report, pair) => report.With($"unrolled/{pair.Key}", [.. pair.Value.Select((value, i) =>
                value - (context.Setting("rate", 0) * (above[pair.Key][i] - below[pair.Key][i]) / (2 * radius)))]));

            IReadOnlyDictionary<string, ImmutableArray<double>> TrainingGradient(double along) =>
                At(context, ahead, along, context.Training, (_, result) => result.Choices);
        }

        /// <summary>Something of the validation pass after a step of plain descent on the training batch.</summary>
        public static T AfterStep<T>(SupernetStepContext context, Func<int, PassResult, T> give)
        {
            using var sum = new GradientSum(context.Supernet.Weights);
            context.Supernet.Backward(context.Step.Train, context.Training, (_, result) => sum.Add(result, 1), default);
            return At(context, sum, -context.Setting("rate", 0), context.Validation, give);
        }

        public void Dispose()
        {
        }

        /// <summary>Something of a pass at the weights moved along a direction; then the weights are as they were.</summary>
        private static T At<T>(SupernetStepContext context, GradientSum direction, double by, Batch batch, Func<int, PassResult, T> give)
        {
            using var scope = torch.NewDisposeScope();
            var weights = context.Supernet.Weights.Tensors;
            var kept = direction.Gradients.Keys.ToDictionary(name => name, name => weights[name].clone());
            foreach (var (name, gradient) in direction.Gradients)
            {
                weights[name].add_(gradient, by);
            }

            var given = default(T)!;
            context.Supernet.Run(
                [new Pass(context.Step.Train[0], batch, PassGradients.Weights | PassGradients.Choices)],
                (number, result) => given = give(number, result),
                default);
            foreach (var (name, tensor) in kept)
            {
                weights[name].copy_(tensor);
            }

            return given;
        }
    }
}
