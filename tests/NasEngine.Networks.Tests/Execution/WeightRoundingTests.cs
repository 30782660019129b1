using NasEngine.Contracts;
using TorchSharp;
using static TorchSharp.torch.nn;

namespace NasEngine.Networks.Tests.Execution;

/// <summary>Weights of few bits: what they are read as, what their gradients are and what they weigh.</summary>
public sealed class WeightRoundingTests
{
    private static readonly Convolution Conv = new("a", 2, 3, 1, 1, 0, 1, 1, false) { Bits = 3 };

    [Fact]
    public void Weights_are_read_as_steps_of_their_own_channels_largest()
    {
        using var scope = torch.NewDisposeScope();

        var rounded = WeightRounding.Of(Conv, torch.tensor([1f, -0.25f, 0.06f, -0.03f, 0f, 0f], [3, 2, 1, 1]), torch.float32)!;

        rounded.reshape(-1).data<float>().ToArray().Should().Equal(1f / 3 * 3, -(1f / 3), 0.06f / 3 * 3, 0.06f / 3 * -2, 0f, 0f);
    }

    [Fact]
    public void Gradients_are_those_of_a_convolution_with_the_rounded_weights()
    {
        using var scope = torch.NewDisposeScope();
        var generator = new torch.Generator(5);
        var (images, factors) = (torch.rand([4, 2, 5, 5], generator: generator), torch.rand([4, 3, 5, 5], generator: generator));
        var kept = torch.rand([3, 2, 1, 1], generator: generator).requires_grad_();
        var rounded = WeightRounding.Of(Conv, kept.detach(), torch.float32)!.requires_grad_();
        var plan = new NetworkPlan(NetworkSpec.From(new FeatureShape(2, 5, 5)).Then(Conv).Build());

        plan.Run(images, new OneWeight(kept)).reshape(4, 3, 5, 5).mul(factors).sum().backward();
        functional.conv2d(images, rounded).mul(factors).sum().backward();

        kept.grad!.sub(rounded.grad!).abs().max().Number().Should().BeLessThan(1e-4);
        kept.grad!.abs().min().Number().Should().BePositive();
    }

    [Fact]
    public void A_network_weighs_its_bits_and_a_step_a_channel()
    {
        var network = NetworkSpec.From(new FeatureShape(3, 8, 8)).Conv("stem", 4, 3)
            .InBits(3).Conv("a", 5, 1, bias: true).InBits(8).Depthwise("b", 3).InBits(32).Conv("c", 5, 1).Conv("c", 5, 1).Build();

        const int Stem = 4 * 27 * 4, OfThreeBits = (((5 * 4 * 3) + 7) / 8) + (4 * 5) + (4 * 5), Depthwise = (5 * 9) + (4 * 5), Shared = 25 * 4;
        network.WeightBytes.Should().Be(Stem + OfThreeBits + Depthwise + Shared);
        network.Cost.WeightBytes.Should().Be(network.WeightBytes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(16)]
    public void There_are_no_weights_of_other_bits(int bits) =>
        FluentActions.Invoking(() => NetworkSpec.From(new FeatureShape(3, 8, 8)).InBits(bits).Conv("a", 4, 3)).Should().Throw<InputException>()
            .WithMessage($"*convolution 'a' has weights of {bits} bits; they have 2 to 8, or 32 for float32.");

    private sealed class OneWeight(torch.Tensor tensor) : IWeightSource
    {
        public torch.Tensor Weight(Weight weight) => tensor;

        public RunningStatistics? Statistics(BatchNorm norm) => null;
    }
}
