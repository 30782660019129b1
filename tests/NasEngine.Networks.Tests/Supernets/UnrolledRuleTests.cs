using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks.Tests.Supernets;

/// <summary>Second-order DARTS (arXiv 1806.09055, eq. 6 to 8).</summary>
public sealed class UnrolledRuleTests : IDisposable
{
    private static readonly ToySpace Space = new(side: 4);
    private static readonly SgdSettings Settings = new(LearningRate: 0.5, Momentum: 0.8, WeightDecay: 0.1, Clip: 0);

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly Supernet _supernet = new(Space, seed: 3, torch.CPU, threads: 1);
    private readonly Sgd _optimiser;
    private readonly Batch _training = ToyBatches.Of(16, Space, "training");
    private readonly Batch _validation = ToyBatches.Of(16, Space, "validation");

    public UnrolledRuleTests() => _optimiser = new Sgd(Settings, _supernet.Weights.Flat);

    public void Dispose()
    {
        _optimiser.Dispose();
        _supernet.Dispose();
        _scope.Dispose();
    }

    /// <summary>Against differences of L_val(w − η·(μ·v + ∇L_train(w, α) + λ·w), α) itself, v being there from a step before.</summary>
    [Fact]
    public void The_gradient_is_that_of_the_validation_loss_after_the_next_step_of_the_weights()
    {
        const double h = 0.01;
        double[] weights = [0.5, 0.3, 0.2];
        RouteAveragingRule.Uniform(new RouteAveragingOptions(ChoiceGradients: false)).Train(Context(weights), default);
        var expected = Enumerable.Range(0, 3)
            .Select(choice => (LossAhead(Moved(weights, choice, h)) - LossAhead(Moved(weights, choice, -h))) / (2 * h)).ToArray();
        var first = FirstOrder(weights);

        var measured = new UnrolledRule().Train(Context(weights), default);

        var unrolled = measured.Series["val_gradient/0/operation"];
        unrolled.Zip(expected).Max(Distance).Should().BeLessThan(5e-3);
        unrolled.Zip(first).Max(Distance).Should().BeGreaterThan(3e-2, "else nothing was looked through");
        measured.Metrics["val_loss"].Should().NotBe(measured.Metrics["train_loss"]);
    }

    [Fact]
    public void The_weights_move_as_by_the_rule_uniform()
    {
        using var other = new Supernet(Space, seed: 3, torch.CPU, threads: 1);
        using var optimiser = new Sgd(Settings, other.Weights.Flat);
        for (var step = 0; step < 3; step++)
        {
            new UnrolledRule().Train(Context([0.5, 0.3, 0.2]), default);
            RouteAveragingRule.Uniform(new RouteAveragingOptions(ChoiceGradients: false))
                .Train(Context([0.5, 0.3, 0.2]) with { Supernet = other, Optimiser = optimiser }, default);
        }

        Bits.Of(_supernet.Weights.Tensors).Should().Equal(Bits.Of(other.Weights.Tensors));
    }

    [Theory]
    [InlineData(true, "The training loss of mixture 0 at step 0 is not a finite number; lower the learning rate.")]
    [InlineData(false, "The architecture's gradient at step 0 is not finite; lower the learning rate.")]
    public void A_number_that_is_not_finite_fails_the_step_and_leaves_the_weights(bool training, string message)
    {
        var before = Bits.Of(_supernet.Weights.Tensors);
        (training ? _training : _validation).Images.Fill_(double.NaN);

        var failure = new UnrolledRule().Train(Context([0.5, 0.3, 0.2]), default).Failure!;

        (failure.Kind, failure.Message).Should().Be((FailureKind.NotANumber, message));
        Bits.Of(_supernet.Weights.Tensors).Should().Equal(before);
    }

    [Fact]
    public void A_step_of_anything_but_one_mixture_is_refused()
    {
        var context = Context([0.5, 0.3, 0.2]);
        var step = context.Step with { Train = [Space.Decisions.Architecture([0, 0, 0])] };

        var act = () => new UnrolledRule().Train(context with { Step = step }, default);

        act.Should().Throw<InputException>().WithMessage(
            "Rule 'unrolled' takes one mixture to train and none to validate; step 0 has a path to train and 0 routes to validate.");
    }

    private double LossAhead(double[] weights)
    {
        using var gradient = new GradientSum(_supernet.Weights);
        using var kept = new MovedWeights(_supernet.Weights.Flat);
        _supernet.Backward([Mix(weights)], _training, (_, result) => gradient.Add(result, 1), default);
        foreach (var name in gradient.Touched)
        {
            var weight = _supernet.Weights.Tensors[name];
            var decay = weight.dim() > 1 ? Settings.WeightDecay : 0;
            var towards = gradient.Gradients.Views[name].Plus(_optimiser.Momenta[name], Settings.Momentum).Plus(weight, decay);
            weight.Add_(towards, -Settings.LearningRate);
        }

        return _supernet.Score([Mix(weights)], _validation, default)[0].Loss;
    }

    private double[] FirstOrder(double[] weights)
    {
        double[] gradient = [];
        _supernet.Run([new Pass(Mix(weights), _validation, PassGradients.Choices)], (_, result) => gradient = [.. result.Choices["operation"]], default);
        return gradient;
    }

    private SupernetStepContext Context(double[] weights)
    {
        var step = new SupernetStep("unrolled", [Mix(weights)], [], SupernetStep.NoSettings);
        return new SupernetStepContext(_supernet, 0, step, _training, _validation, _optimiser, RateFactor: 1, Seed: 3);
    }

    private static double Distance((double First, double Second) pair) => Math.Abs(pair.First - pair.Second);

    private static double[] Moved(double[] weights, int choice, double by) =>
        [.. weights.Select((weight, number) => number == choice ? weight + by : weight)];

    private static Mixture Mix(double[] weights) => Mixture.Of("toy").With("width", 2).With("shortcut", 1).With("operation", weights);
}
