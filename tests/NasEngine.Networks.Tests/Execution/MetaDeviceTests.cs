using NasEngine.Contracts;
using NasEngine.Networks.Tests.Estimators;
using NasEngine.Networks.Tests.Supernets;
using TorchSharp;

namespace NasEngine.Networks.Tests.Execution;

/// <summary>
/// What trains and measures, on the device <c>meta</c>, which has shapes and no values and stands for a second device: what is
/// made on the processor by mistake fails beside it or is found here.
/// </summary>
public sealed class MetaDeviceTests
{
    private static readonly torch.Device Meta = new(DeviceType.META);
    private static readonly SgdSettings Settings = new(LearningRate: 0.1, Momentum: 0.9, WeightDecay: 1e-4, Clip: 0);

    [Fact]
    public void Batches_plain_and_augmented_are_where_the_images_are()
    {
        var data = new ToyData();
        using var store = new ImageStore(data.Train, PixelStatistics.Of(data.Train), Meta);
        foreach (var augmentation in new[] { null, new Augmentation(RandomSource.For(1, 1, "crops")) })
        {
            using var batch = store.Batch([0, 1, 2], augmentation);
            batch.Images.device_type.Should().Be(DeviceType.META);
            batch.Labels.device_type.Should().Be(DeviceType.META);
        }
    }

    [Fact]
    public void A_step_of_a_network_is_taken_where_the_network_is()
    {
        using var scope = torch.NewDisposeScope();
        using var network = new SpecNetwork(EstimatorFixture.Space.Describe(EstimatorFixture.Space.All().First()), 1, 0, Meta);
        using var optimiser = new Sgd(Settings);
        for (var step = 0; step < 2; step++)
        {
            var batch = MetaBatch();
            torch.nn.functional.cross_entropy(network.forward(batch.Images), batch.Labels).backward();
            optimiser.Step(network.Weights, network.Weights.ToDictionary(pair => pair.Key, pair => pair.Value.grad!), 1);
        }

        optimiser.Momenta.Values.Should().HaveCount(network.Weights.Count).And.OnlyContain(momentum => momentum.device_type == DeviceType.META);
    }

    [Theory]
    [InlineData(PassGradients.Weights)]
    [InlineData(PassGradients.Weights | PassGradients.Choices)]
    public void Gradients_of_a_route_are_summed_where_the_shared_weights_are(PassGradients wanted)
    {
        var space = EstimatorFixture.Space;
        var mixture = space.Decisions.Decisions.Aggregate(Mixture.Of(space.Decisions.Id), (one, decision) =>
            one.With(decision.Name, [.. Enumerable.Repeat(1.0 / decision.Count, decision.Count)]));
        Route route = wanted.HasFlag(PassGradients.Choices) ? mixture : space.All().First();
        using var scope = torch.NewDisposeScope();
        using var supernet = new Supernet(space, 1, Meta, threads: 1);
        using var sum = new GradientSum(supernet.Weights);
        var network = supernet.Describe(route);
        var weights = new RouteWeights(network, route, supernet.Weights, wanted);
        var batch = MetaBatch();

        var logits = new NetworkPlan(network).Run(batch.Images, weights);
        torch.nn.functional.cross_entropy(logits, batch.Labels).backward();
        sum.Add(new PassResult(logits, 0, weights.WeightGradients(scope), weights.ChoiceGradients()), 0.5);

        sum.Gradients.Values.Should().HaveCount(network.Weights.Length).And.OnlyContain(gradient => gradient.device_type == DeviceType.META);
    }

    [Fact]
    public void A_profiler_runs_where_it_is_told()
    {
        using var profiler = new TorchProfiler(new TorchProfilerOptions(WarmUp: 1, Runs: 2), EstimatorFixture.Setup(), Meta, TimeProvider.System);
        profiler.Measure(EstimatorFixture.Space.All().First(), default).Runs.Should().Be(2);
    }

    private static Batch MetaBatch()
    {
        var batch = ToyBatches.Of(4, EstimatorFixture.Space);
        return new Batch(batch.Images.to(Meta), batch.Labels.to(Meta));
    }
}
