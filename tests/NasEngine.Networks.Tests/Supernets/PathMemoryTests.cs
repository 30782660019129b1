using TorchSharp;

namespace NasEngine.Networks.Tests.Supernets;

[CollectionDefinition(nameof(PathMemoryTests), DisableParallelization = true)]
[Collection(nameof(PathMemoryTests))]
public sealed class PathMemoryTests
{
    [Fact]
    public void A_single_path_step_takes_the_same_memory_with_2_8_and_32_choices()
    {
        if (Peak(choices: 2) is not { } two)
        {
            return;
        }

        two.Should().BeGreaterThan(16 << 20);
        Peak(choices: 8).Should().Be(two);
        Peak(choices: 32).Should().Be(two);
    }

    [Fact]
    public void A_step_keeps_gradients_only_for_the_weights_of_its_paths()
    {
        var space = new ToySpace(operations: 32);
        using var scope = torch.NewDisposeScope();
        using var supernet = new Supernet(space, seed: 1, torch.CPU, threads: 1);
        using var sum = new SoftmaxWeightedSum(supernet.Weights, scale: 1);
        supernet.Backward([space.Decisions.Architecture([2, 5, 0]), space.Decisions.Architecture([0, 9, 0])], ToyBatches.Of(4, space), (_, gradient) => sum.Add(gradient), default);

        sum.Mean().Gradients.Keys.Where(name => name.StartsWith("block", StringComparison.Ordinal) && !name.Contains(".bn.", StringComparison.Ordinal))
            .Should().Equal("block.op5.weight", "block.op9.weight");
    }

    /// <summary>The most bytes that one path's forward and backward pass held beyond the shared weights.</summary>
    private static long? Peak(int choices)
    {
        var space = new ToySpace(choices, side: 16, widest: 32);
        using var scope = torch.NewDisposeScope();
        using var supernet = new Supernet(space, seed: 1, torch.CPU, threads: 1);
        var batch = ToyBatches.Of(128, space);
        var spec = space.Describe(space.Decisions.Architecture([2, 0, 1]));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return NativeMemory.PeakOf(() =>
        {
            using var step = torch.NewDisposeScope();
            var logits = new NetworkPlan(spec).Run(batch.Images, new PathWeights(spec, supernet.Weights, withGradients: true));
            torch.nn.functional.cross_entropy(logits, batch.Labels).backward();
        });
    }
}
