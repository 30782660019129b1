using System.Collections.Immutable;
using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks.Tests.Supernets;

public sealed class SandwichRuleTests : IDisposable
{
    private static readonly ToySpace Space = new();

    private static readonly ImmutableArray<Route> Routes =
        [Space.Decisions.Architecture([2, 0, 1]), Space.Decisions.Architecture([0, 0, 1]), Space.Decisions.Architecture([1, 0, 1])];

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly Supernet _supernet = new(Space, seed: 3, torch.CPU, threads: 2);
    private readonly Sgd _optimiser;

    public SandwichRuleTests() => _optimiser = new Sgd(new SgdSettings(LearningRate: 0.5, Momentum: 0, WeightDecay: 0, Clip: 0), _supernet.Weights.Flat);

    public void Dispose()
    {
        _optimiser.Dispose();
        _supernet.Dispose();
        _scope.Dispose();
    }

    /// <summary>∂/∂b of cross-entropy with targets p is the mean of softmax − p, which needs no other implementation.</summary>
    [Fact]
    public void The_largest_learns_from_labels_and_the_others_from_its_softmax_in_one_step()
    {
        var batch = ToyBatches.Of(6, Space);
        var before = _supernet.Weights.Tensors["classifier.bias"].clone();
        var shares = new List<torch.Tensor>();
        _supernet.Backward(Routes, batch, (_, result) => shares.Add(result.Logits.softmax(1).DetachFromDisposeScope()), default);
        var labels = torch.zeros([6, 10]);
        for (var image = 0; image < 6; image++)
        {
            labels[image, batch.Labels[image].item<long>()] = torch.tensor(1f);
        }

        Train(batch);

        var gradient = (shares[0] - labels).Plus(shares[1] - shares[0]).Plus(shares[2] - shares[0]).mean([0]);
        Bits.Largest(_supernet.Weights.Tensors["classifier.bias"] - before.Plus(gradient, -0.5 * 0.2)).Should().BeLessThan(1e-6);
    }

    [Fact]
    public void Both_kinds_of_losses_are_reported_in_the_order_of_the_routes()
    {
        var batch = ToyBatches.Of(6, Space);
        var scores = _supernet.Score(Routes, batch, default);

        var measured = Train(batch);

        measured.Series["train_nll"].Should().Equal(scores.Select(score => score.Loss));
        measured.Series["train_soft"].Should().HaveCount(3);
        measured.Series["train_soft"][0].Should().Be(scores[0].Loss);
        measured.Series["train_soft"][1].Should().NotBe(scores[1].Loss);
    }

    [Fact]
    public void A_loss_that_is_not_a_number_fails_the_step_and_leaves_the_weights()
    {
        var before = Bits.Of(_supernet.Weights.Tensors);
        var batch = ToyBatches.Of(6, Space);
        batch.Images.Fill_(double.NaN);

        Train(batch).Failure!.Kind.Should().Be(FailureKind.NotANumber);

        Bits.Of(_supernet.Weights.Tensors).Should().Equal(before);
    }

    private Measurement Train(Batch batch)
    {
        var step = new SupernetStep("sandwich", Routes, [], SupernetStep.NoSettings);
        return new SandwichRule().Train(new SupernetStepContext(_supernet, 4, step, batch, batch, _optimiser, RateFactor: 0.2, Seed: 3), default);
    }
}
