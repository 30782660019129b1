using TorchSharp;

namespace NasEngine.Networks.Tests.Supernets;

[CollectionDefinition(nameof(PathMemoryTests), DisableParallelization = true)]
[Collection(nameof(PathMemoryTests))]
public sealed class PathMemoryTests
{
    [Fact]
    public void A_single_path_step_takes_the_same_memory_with_2_8_and_32_choices()
    {
        if (NativeMemory.InUse() is null)
        {
            return;
        }

        var (two, eight, thirtyTwo) = (MedianPeak(choices: 2), MedianPeak(choices: 8), MedianPeak(choices: 32));

        two.Should().BeGreaterThan(16 << 20);
        (eight / two).Should().BeApproximately(1, 0.1);
        (thirtyTwo / two).Should().BeApproximately(1, 0.1);
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

    /// <summary>The middle of five: the runtime's own allocations come in between.</summary>
    private static double MedianPeak(int choices) => Robust.Median(Enumerable.Range(0, 5).Select(_ => (double)Peak(choices)));

    /// <summary>The most bytes that one path's forward and backward pass held beyond the shared weights.</summary>
    private static long Peak(int choices)
    {
        var space = new ToySpace(choices, side: 16, widest: 32);
        using var scope = torch.NewDisposeScope();
        using var supernet = new Supernet(space, seed: 1, torch.CPU, threads: 1);
        var batch = ToyBatches.Of(128, space);
        var spec = space.Describe(space.Decisions.Architecture([2, 0, 1]));
        GC.Collect();
        GC.WaitForPendingFinalizers();

        using var step = torch.NewDisposeScope();
        var before = NativeMemory.InUse()!.Value;
        var weights = new Sampling(new PathWeights(spec, supernet.Weights, withGradients: true));
        var logits = new NetworkPlan(spec).Run(batch.Images, weights);
        torch.nn.functional.cross_entropy(logits, batch.Labels).backward();
        weights.Sample();
        return weights.Peak - before;
    }

    /// <summary>Looks at the memory whenever an operation asks for a weight.</summary>
    private sealed class Sampling(IWeightSource inner) : IWeightSource
    {
        public long Peak { get; private set; }

        public void Sample() => Peak = Math.Max(Peak, NativeMemory.InUse()!.Value);

        public torch.Tensor Weight(Weight weight)
        {
            Sample();
            return inner.Weight(weight);
        }

        public RunningStatistics? Statistics(BatchNorm norm) => inner.Statistics(norm);
    }
}
