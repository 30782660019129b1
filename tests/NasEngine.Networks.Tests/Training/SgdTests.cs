using TorchSharp;

namespace NasEngine.Networks.Tests.Training;

public sealed class SgdTests : IDisposable
{
    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    /// <summary>Recorded from torch.optim.SGD of torch 1.13 with the same settings and gradients.</summary>
    [Fact]
    public void Steps_equal_those_of_torch()
    {
        using var weights = Flat.Of(("w", torch.tensor([1f, -2f, 3f, 0.5f], [2, 2])));
        using var sgd = new Sgd(new SgdSettings(LearningRate: 0.2, Momentum: 0.9, WeightDecay: 0.01, Clip: 0), weights);

        foreach (var gradient in new[] { new[] { 0.1f, 0.2f, 0.3f, 0.4f }, [-0.5f, 0.1f, 0, 1], [0.2f, 0.2f, 0.2f, 0.2f] })
        {
            using var gradients = Flat.Of(("w", torch.tensor(gradient, [2, 2])));
            sgd.Step(gradients, rateFactor: 0.5);
        }

        var expected = torch.tensor([1.0422828197479248f, -2.0819036960601807f, 2.8819985389709473f, 0.1790493279695511f], [2, 2]);
        Bits.Largest(weights.Views["w"] - expected).Should().BeLessThan(3e-7);
    }

    [Fact]
    public void Vectors_do_not_decay()
    {
        using var weights = Flat.Of(("bias", torch.ones(2)), ("matrix", torch.ones(1, 2)));
        using var gradients = Flat.Of(("bias", torch.zeros(2)), ("matrix", torch.zeros(1, 2)));
        using var sgd = new Sgd(new SgdSettings(LearningRate: 1, Momentum: 0, WeightDecay: 0.5, Clip: 0), weights);

        sgd.Step(gradients, rateFactor: 1);

        weights.Views["bias"].data<float>().Should().Equal(1, 1);
        weights.Views["matrix"].data<float>().Should().Equal(0.5f, 0.5f);
    }

    [Fact]
    public void Weights_that_are_not_to_move_stay_and_have_no_momentum()
    {
        var ones = new[] { "a", "b", "c", "d" }.Select(name => (name, torch.ones(1, 2))).Append(("bias", torch.ones(3))).ToArray();
        using var weights = Flat.Of(ones);
        using var gradients = Flat.Of(ones);
        using var sgd = new Sgd(new SgdSettings(LearningRate: 1, Momentum: 0.9, WeightDecay: 0.5, Clip: 0), weights);

        sgd.Step(gradients, rateFactor: 1, new SortedSet<string> { "a", "b", "d", "bias" });

        weights.Views["a"].data<float>().Should().Equal(-0.5f, -0.5f);
        weights.Views["b"].data<float>().Should().Equal(-0.5f, -0.5f);
        weights.Views["c"].data<float>().Should().Equal(1, 1);
        weights.Views["d"].data<float>().Should().Equal(-0.5f, -0.5f);
        weights.Views["bias"].data<float>().Should().Equal(0, 0, 0);
        sgd.Momenta.Keys.Should().BeEquivalentTo("a", "b", "d", "bias");
    }

    [Theory]
    [InlineData(1, 0.6, 0.8)]
    [InlineData(10, 3, 4)]
    [InlineData(0, 3, 4)]
    public void The_gradient_is_scaled_as_a_whole_to_the_limit(double limit, float first, float second)
    {
        using var gradient = Flat.Of(("a", torch.tensor([3f])), ("b", torch.tensor([4f])));
        GradientNorm.Clip(gradient.All, limit);

        gradient.Views["a"].item<float>().Should().BeApproximately(first, 1e-5f);
        gradient.Views["b"].item<float>().Should().BeApproximately(second, 1e-5f);
    }
}
