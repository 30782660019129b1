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

    [Fact]
    public void Only_weights_of_the_largest_decay()
    {
        ImmutableArray<Route> routes = [Space.Decisions.Architecture([2, 0, 1]), Space.Decisions.Architecture([0, 2, 1])];
        var batch = ToyBatches.Of(6, Space);
        var kept = _supernet.Weights.Flat.All.clone();
        Train(batch, routes: routes);
        var (plain, before) = (_supernet.Weights.Flat.All.clone(), _supernet.Weights.Tensors);
        _supernet.Weights.Flat.All.copy_(kept);
        using var decaying = new Sgd(new SgdSettings(LearningRate: 0.5, Momentum: 0, WeightDecay: 0.1, Clip: 0), _supernet.Weights.Flat);

        Train(batch, decaying, routes: routes);

        var expected = _supernet.Weights.Flat.All - plain;
        Of("block.op0.weight").Should().BeLessThan(1e-6);
        Of("stem.weight").Should().BeLessThan(1e-6);
        _supernet.Weights.Flat.All.copy_(expected);
        Bits.Largest(before["block.op2.weight"]).Should().Be(0, "the smaller path alone has it");
        Bits.Largest(before["block.op0.weight"]).Should().BeGreaterThan(0);

        double Of(string name)
        {
            var (now, then) = (_supernet.Weights.Flat.All.clone(), kept.clone());
            _supernet.Weights.Flat.All.copy_(then);
            var start = before[name].clone();
            _supernet.Weights.Flat.All.copy_(plain);
            var undecayed = before[name].clone();
            _supernet.Weights.Flat.All.copy_(now);
            return Bits.Largest(before[name] - undecayed.Plus(start, -0.5 * 0.2 * 0.1));
        }
    }

    [Fact]
    public void Dropout_takes_features_of_the_largest_alone()
    {
        var batch = ToyBatches.Of(6, Space);
        var scores = _supernet.Score(Routes, batch, default);

        var measured = Train(batch, dropout: 0.5);

        measured.Series["train_nll"][0].Should().NotBe(scores[0].Loss);
        measured.Series["train_nll"].Skip(1).Should().Equal(scores.Skip(1).Select(score => score.Loss));
    }

    [Fact]
    public void Dropout_leaves_its_share_and_keeps_the_mean()
    {
        var features = torch.ones([200, 100]);
        var dropped = new FeatureDropout(0.2, Seed: 3, Number: 5).Of(features);
        dropped.unique().Item1.data<float>().Should().Equal(0, 1.25f);
        dropped.mean().item<float>().Should().BeApproximately(1, 0.02f);
        Bits.Largest(new FeatureDropout(0.2, 3, 5).Of(features) - dropped).Should().Be(0);
        Bits.Largest(new FeatureDropout(0.2, 3, 6).Of(features) - dropped).Should().BeGreaterThan(0);
    }

    [Fact]
    public void Residual_blocks_begin_as_the_identity_where_the_step_says_so()
    {
        var space = new ResidualSpace();
        using var supernet = new Supernet(space, seed: 3, torch.CPU, threads: 1);
        using var optimiser = new Sgd(new SgdSettings(0.5, 0, 0, 0), supernet.Weights.Flat);
        var (batch, settings) = (ToyBatches.Of(6, space), SupernetStep.NoSettings.Add("residual_scale", 0));
        var step = new SupernetStep("sandwich", [space.Decisions.Architecture([3])], [], settings);

        new SandwichRule(space).Train(new SupernetStepContext(supernet, 0, step, batch, batch, optimiser, RateFactor: 0, Seed: 3), default);

        ResidualBranches.Scales(space.DescribeMixture()).Should().Equal("block.project.bn.weight");
        supernet.Weights.Tensors["block.project.bn.weight"].data<float>().Should().Equal(0, 0, 0);
        supernet.Weights.Tensors["stem.bn.weight"].data<float>().Should().Equal(1, 1, 1);
        var plain = NetworkSpec.From(space.Input).ConvBn("stem", 3, 3, ActivationKind.Relu).GlobalAveragePool().Linear("classifier", 10).Build();
        using var stem = new SpecNetwork(plain, weight => supernet.Weights.Tensors[weight.Name].clone().DetachFromDisposeScope(), torch.CPU);
        torch.Tensor logits = null!;
        supernet.Run([new Pass(step.Train[0], batch, PassGradients.None)], (_, result) => logits = result.Logits.clone(), default);
        Bits.Largest(stem.forward(batch.Images).detach() - logits).Should().BeLessThan(1e-6);
    }

    [Fact]
    public void A_block_that_some_paths_have_without_its_shortcut_is_not_cut_off()
    {
        ResidualBranches.Scales(new ResidualSpace()).Should().Equal("block.project.bn.weight");
        ResidualBranches.Scales(new ResidualSpace(widens: true)).Should().BeEmpty();
    }

    private Measurement Train(Batch batch, Sgd? optimiser = null, double dropout = 0, ImmutableArray<Route>? routes = null)
    {
        var step = new SupernetStep("sandwich", routes ?? Routes, [], SupernetStep.NoSettings.Add("dropout", dropout));
        return new SandwichRule(Space).Train(
            new SupernetStepContext(_supernet, 4, step, batch, batch, optimiser ?? _optimiser, RateFactor: 0.2, Seed: 3), default);
    }
}
