using NasEngine.Contracts;
using NasEngine.Networks.Tests.Estimators;
using NasEngine.Networks.Tests.Supernets;
using TorchSharp;

namespace NasEngine.Networks.Tests.Tensors;

/// <summary>
/// What a native call reads must outlive it: a scalar or tensor that is finalized during the call changes results now and then.
/// </summary>
[CollectionDefinition(nameof(CollectionTests), DisableParallelization = true)]
[Collection(nameof(CollectionTests))]
public sealed class CollectionTests
{
    private static readonly ToySpace Space = new(side: 6);

    [Fact]
    public void Two_thousand_steps_of_training_give_the_same_bits_while_garbage_is_collected() => WhileCollecting(() =>
    {
        using var network = new SpecNetwork(Space.Describe(Space.Decisions.Architecture([2, 0, 1])), seed: 1, trial: 0, torch.CPU);
        var data = new ToyData();
        using var images = new ImageStore(data.Train, PixelStatistics.Of(data.Train), torch.CPU);
        var order = new BatchOrder([.. Enumerable.Range(0, 400)], 16, seed: 1, "training");
        new NetworkTrainer(new SgdSettings(LearningRate: 0.1, Momentum: 0.9, WeightDecay: 1e-4, Clip: 1), "cosine").Train(
            network, steps: 2000, step => images.Batch(order.Batch(step)), averaged: 10, new NoProgress(), default);
        return Bits.Of(network.state_dict());
    });

    [Fact]
    public void Three_hundred_steps_of_a_supernet_give_the_same_bits_while_garbage_is_collected() => WhileCollecting(() =>
    {
        using var scope = torch.NewDisposeScope();
        using var supernet = new Supernet(Space, seed: 3, torch.CPU, threads: 2);
        using var optimiser = new Sgd(new SgdSettings(LearningRate: 0.1, Momentum: 0.9, WeightDecay: 1e-4, Clip: 5), supernet.Weights.Flat);
        var batch = ToyBatches.Of(16, Space);
        Architecture[] paths = [.. Space.All()];
        for (var step = 0; step < 300; step++)
        {
            var work = new SupernetStep("importance", [.. Enumerable.Range(step, 4).Select(path => paths[path % paths.Length])], [], SupernetStep.NoSettings);
            RouteAveragingRule.Importance(new RouteAveragingOptions(ChoiceGradients: false)).Train(
                new SupernetStepContext(supernet, step, work, batch, batch, optimiser, RateFactor: 1, Seed: 1), default);
        }

        return Bits.Of(supernet.Weights.Tensors);
    });

    /// <summary>A single call is rarely hit: one in some hundred thousand, where the scalar is not held.</summary>
    [Fact]
    public void A_million_additions_of_a_scaled_tensor_are_right_while_garbage_is_collected()
    {
        using var scope = torch.NewDisposeScope();
        using var collections = new Collections();
        var (sum, one) = (torch.zeros(1), torch.ones(1));
        for (var round = 0; round < 1000; round++)
        {
            sum.zero_();
            for (var call = 0; call < 1000; call++)
            {
                sum.Add_(one, 0.5);
            }

            sum.item<float>().Should().Be(500);
        }
    }

    private static void WhileCollecting(Func<byte[]> train)
    {
        torch.set_num_threads(1);
        var undisturbed = train();
        using var collections = new Collections();
        train().Should().Equal(undisturbed);
    }

    private sealed class NoProgress : IJobProgress
    {
        public void Report(string stage, long done, long total)
        {
        }
    }
}
