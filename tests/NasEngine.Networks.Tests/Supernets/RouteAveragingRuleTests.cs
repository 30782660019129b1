using System.Collections.Immutable;
using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks.Tests.Supernets;

public sealed class RouteAveragingRuleTests : IDisposable
{
    private static readonly ToySpace Space = new();
    private static readonly ImmutableArray<Architecture> Paths =
        [Space.Decisions.Architecture([0, 0, 0]), Space.Decisions.Architecture([2, 1, 1])];

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly Supernet _supernet = new(Space, seed: 3, torch.CPU, threads: 1);
    private readonly Sgd _optimiser;

    public RouteAveragingRuleTests() => _optimiser = new Sgd(new SgdSettings(LearningRate: 0.5, Momentum: 0, WeightDecay: 0, Clip: 0), _supernet.Weights.Flat);

    public void Dispose()
    {
        _optimiser.Dispose();
        _supernet.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void Uniform_moves_the_weights_against_the_plain_mean()
    {
        var before = _supernet.Weights.Tensors["classifier.bias"].clone();
        var gradients = new List<torch.Tensor>();
        var batch = ToyBatches.Of(6, Space);
        _supernet.Backward(Paths, batch, (_, gradient) => gradients.Add(gradient.Weights.Single(pair => pair.Weight.Name == "classifier.bias").Gradient.clone()), default);

        RouteAveragingRule.Uniform(new RouteAveragingOptions(false)).Train(Context(batch, Paths), default);

        var expected = before.Plus(gradients[0].Plus(gradients[1]), -0.5 * 0.2 / 2);
        Bits.Largest(_supernet.Weights.Tensors["classifier.bias"] - expected).Should().BeLessThan(1e-7);
    }

    [Fact]
    public void The_losses_are_reported_in_the_order_of_the_paths()
    {
        var batch = ToyBatches.Of(6, Space);
        var scores = _supernet.Score(Paths, batch, default);

        var measured = RouteAveragingRule.Importance(new RouteAveragingOptions(false)).Train(Context(batch, Paths), default);

        measured.Series["train_nll"].Should().Equal(scores.Select(score => score.Loss));
        measured.Metrics["train_loss"].Should().Be(scores.Average(score => score.Loss));
    }

    [Fact]
    public void The_scale_of_the_losses_comes_with_the_step()
    {
        var batch = ToyBatches.Of(6, Space);
        var best = _supernet.Score(Paths, batch, default)[0].Loss < _supernet.Score(Paths, batch, default)[1].Loss ? 0 : 1;
        var before = _supernet.Weights.Tensors["classifier.bias"].clone();
        torch.Tensor? gradient = null;
        _supernet.Backward([Paths[best]], batch, (_, of) => gradient = of.Weights.Single(pair => pair.Weight.Name == "classifier.bias").Gradient.clone(), default);

        RouteAveragingRule.Importance(new RouteAveragingOptions(false)).Train(Context(batch, Paths, lossScale: 1e6), default);

        Bits.Largest(_supernet.Weights.Tensors["classifier.bias"] - before.Plus(gradient!, -0.5 * 0.2)).Should().BeLessThan(1e-7);
    }

    [Fact]
    public void A_loss_that_is_not_a_number_fails_the_step_and_leaves_the_weights()
    {
        var before = Bits.Of(_supernet.Weights.Tensors);
        var batch = ToyBatches.Of(6, Space);
        batch.Images.Fill_(double.NaN);

        var measured = RouteAveragingRule.Importance(new RouteAveragingOptions(false)).Train(Context(batch, Paths), default);

        measured.Failure.Should().Be(new Failure(
            FailureKind.NotANumber,
            $"The training loss of path 0 ({Paths[0].Id}) at step 4 is not a finite number; lower the learning rate."));
        Bits.Of(_supernet.Weights.Tensors).Should().Equal(before);
    }

    [Fact]
    public void A_step_that_only_measures_changes_nothing()
    {
        var before = Bits.Of(_supernet.Weights.Tensors);
        var context = Context(ToyBatches.Of(6, Space), []);
        RouteAveragingRule.Importance(new RouteAveragingOptions(false))
            .Train(context with { Step = context.Step with { Validate = [Paths[0]] } }, default).Should().Be(new Measurement());
        Bits.Of(_supernet.Weights.Tensors).Should().Equal(before);
    }

    [Fact]
    public void A_step_with_nothing_to_train_and_nothing_to_measure_is_refused() =>
        FluentActions.Invoking(() => RouteAveragingRule.Uniform(new RouteAveragingOptions(false)).Train(Context(ToyBatches.Of(6, Space), []), default))
            .Should().Throw<InputException>()
            .WithMessage("Rule 'importance' works on the routes of a step, and step 4 has none; give a path or a mixture to train or to validate.");

    private SupernetStepContext Context(Batch batch, ImmutableArray<Architecture> paths, double? lossScale = null)
    {
        var settings = ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);
        var step = new SupernetStep("importance", ImmutableArray<Route>.CastUp(paths), [], lossScale is { } scale ? settings.Add("loss_scale", scale) : settings);
        return new SupernetStepContext(_supernet, 4, step, batch, batch, _optimiser, RateFactor: 0.2, Seed: 3);
    }
}
