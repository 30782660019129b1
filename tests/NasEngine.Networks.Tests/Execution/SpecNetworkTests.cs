using TorchSharp;

namespace NasEngine.Networks.Tests.Execution;

public sealed class SpecNetworkTests : IDisposable
{
    private static readonly NetworkSpec Spec = new ToySpace().Describe(new ToySpace().Decisions.Architecture([1, 1, 0]));

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly SpecNetwork _network = new(Spec, seed: 1, trial: 2, torch.CPU);

    public void Dispose()
    {
        _network.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void It_has_as_many_parameters_as_its_description() =>
        _network.parameters().Sum(parameter => parameter.numel()).Should().Be(Spec.Parameters);

    [Fact]
    public void Its_state_is_named_as_the_weights_and_the_running_statistics() => _network.state_dict().Keys.Should().BeEquivalentTo(
    [
        "stem.weight", "stem.bn.weight", "stem.bn.bias", "stem.bn.running_mean", "stem.bn.running_var",
        "block.op1.weight", "block.op1.bn.weight", "block.op1.bn.bias", "block.op1.bn.running_mean", "block.op1.bn.running_var",
        "classifier.weight", "classifier.bias",
    ]);

    [Fact]
    public void The_seed_and_the_trial_decide_the_first_weights()
    {
        using var same = new SpecNetwork(Spec, seed: 1, trial: 2, torch.CPU);
        using var other = new SpecNetwork(Spec, seed: 1, trial: 3, torch.CPU);

        Bits.Of(same.state_dict()).Should().Equal(Bits.Of(_network.state_dict()));
        Bits.Of(other.state_dict()).Should().NotEqual(Bits.Of(_network.state_dict()));
    }

    [Fact]
    public void First_convolution_weights_have_the_deviation_of_He()
    {
        var wide = NetworkSpec.From(new FeatureShape(64, 8, 8)).Conv("a", 128, 3).Build();
        using var network = new SpecNetwork(wide, seed: 1, trial: 0, torch.CPU);
        var values = network.Weights["a.weight"].data<float>().ToArray();

        values.Average().Should().BeApproximately(0, 0.001f);
        Math.Sqrt(values.Average(value => value * value)).Should().BeApproximately(Math.Sqrt(2.0 / (64 * 9)), 0.001);
    }

    [Fact]
    public void Training_moves_the_running_statistics_by_the_momentum_and_evaluation_leaves_them()
    {
        var images = torch.rand([5, 1, 6, 6]);
        var before = _network.state_dict()["stem.bn.running_mean"].clone();
        _network.train();
        _network.forward(images);
        var moved = _network.state_dict()["stem.bn.running_mean"].clone();
        _network.eval();
        _network.forward(images);

        var batchMean = torch.nn.functional.conv2d(images, _network.Weights["stem.weight"], null, [1, 1], [1, 1]).mean([0, 2, 3]);
        Bits.Largest(moved - before.Times(0.9).Plus(batchMean, 0.1)).Should().BeLessThan(1e-6);
        Bits.Of(_network.state_dict()["stem.bn.running_mean"]).Should().Equal(Bits.Of(moved));
    }

    [Fact]
    public void Recalibration_gives_the_mean_of_the_statistics_of_the_batches()
    {
        var batches = Enumerable.Range(0, 4).Select(_ => torch.rand([5, 1, 6, 6])).ToArray();
        var features = batches.Select(images => torch.nn.functional.conv2d(images, _network.Weights["stem.weight"], null, [1, 1], [1, 1])).ToArray();
        var mean = torch.stack(features.Select(x => x.mean([0, 2, 3]))).mean([0]);
        var variance = torch.stack(features.Select(x => x.var([0, 2, 3], unbiased: true))).mean([0]);

        _network.eval();
        _network.Recalibrate(batches);

        _network.training.Should().BeFalse();
        Bits.Largest(_network.state_dict()["stem.bn.running_mean"] - mean).Should().BeLessThan(1e-6);
        Bits.Largest(_network.state_dict()["stem.bn.running_var"] - variance).Should().BeLessThan(1e-6);
    }
}
