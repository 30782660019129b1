using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks.Tests.Supernets;

[CollectionDefinition(nameof(PathMemoryTests), DisableParallelization = true)]
[Collection(nameof(PathMemoryTests))]
public sealed class PathMemoryTests
{
    private const double Noise = 0.1;

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_step_of_one_choice_takes_the_same_memory_with_2_8_and_32_choices(bool asMixture)
    {
        var two = OfOneChoice(2, asMixture);
        two.Should().BeGreaterThan(16 << 20);
        (OfOneChoice(8, asMixture) / two).Should().BeApproximately(1, Noise);
        (OfOneChoice(32, asMixture) / two).Should().BeApproximately(1, Noise);
    }

    [SkippableFact]
    public void A_step_of_every_choice_takes_memory_for_each() => (OfEveryChoice(8) / OfEveryChoice(2)).Should().BeGreaterThan(2);

    [SkippableFact]
    public void Masked_channels_take_the_same_memory_with_2_4_and_16_widths()
    {
        var two = OfWidths(2);
        (OfWidths(4) / two).Should().BeApproximately(1, Noise);
        (OfWidths(16) / two).Should().BeApproximately(1, Noise);
    }

    [Fact]
    public void A_step_moves_only_the_weights_of_its_paths()
    {
        var space = new ToySpace(operations: 32);
        using var scope = torch.NewDisposeScope();
        using var supernet = new Supernet(space, seed: 1, torch.CPU, threads: 1);
        using var sum = new SoftmaxWeightedSum(supernet.Weights, scale: 1);
        supernet.Backward([space.Decisions.Architecture([2, 5, 0]), space.Decisions.Architecture([0, 9, 0])], ToyBatches.Of(4, space), (_, gradient) => sum.Add(gradient), default);

        sum.Mean().Touched.Where(name => name.StartsWith("block", StringComparison.Ordinal) && !name.Contains(".bn.", StringComparison.Ordinal))
            .Should().Equal("block.op5.weight", "block.op9.weight");
    }

    private static double OfOneChoice(int choices, bool asMixture)
    {
        var space = new ToySpace(choices, side: 16, widest: 32);
        var path = space.Decisions.Architecture([2, 0, 1]);
        return Peak(space, asMixture ? ((IRelaxedSpace)space).Mixture(path) : path);
    }

    private static double OfEveryChoice(int choices)
    {
        var space = new ToySpace(choices, side: 16, widest: 32);
        return Peak(space, Mixture.Of("toy").With("width", 2).With("shortcut", 1)
            .With("operation", [.. Enumerable.Repeat(1.0 / choices, choices)]));
    }

    /// <summary>Every mask over so many widths, the widest the same.</summary>
    private static double OfWidths(int widths)
    {
        var space = new ToySpace(2, side: 16, widest: 32, widths);
        return Peak(space, Mixture.Of("toy").With("operation", 0).With("shortcut", 1)
            .With("width", [.. Enumerable.Repeat(1.0 / widths, widths)]));
    }

    /// <summary>The most bytes that one route's forward and backward pass held beyond the shared weights.</summary>
    private static double Peak(ToySpace space, Route route)
    {
        using var scope = torch.NewDisposeScope();
        using var supernet = new Supernet(space, seed: 1, torch.CPU, threads: 1);
        var batch = ToyBatches.Of(128, space);
        var spec = supernet.Describe(route);
        var peak = NativeMemory.PeakOf(() =>
        {
            using var step = torch.NewDisposeScope();
            var logits = new NetworkPlan(spec).Run(
                batch.Images, new RouteWeights(spec, new Pass(route, batch, PassGradients.Weights | PassGradients.Choices), supernet.Weights));
            torch.nn.functional.cross_entropy(logits, batch.Labels).backward();
        });
        Skip.If(peak is null, "This system does not reset the mark of the most memory used (/proc/self/clear_refs).");
        return peak.Value;
    }
}
