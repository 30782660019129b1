using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Plugins.Conformance;

/// <summary>A space of small networks for grey images of 6 by 6 pixels in 4 classes: two convolutions of some width and kernel.</summary>
public sealed class ToyNetworks() : ChainSpace(
    Choices, new ImageTask(1, 6, 4), [Stage(0), Stage(1), new ChainSegment([], (map, _) => map.At("head").Linear("classifier", 4))])
{
    private static readonly int[] Widths = [2, 4];
    private static readonly int[] Kernels = [1, 3];

    private static DecisionSpace Choices => new("toy-networks", Enumerable.Range(0, 2).SelectMany(stage => new[]
    {
        new Decision($"stage{stage}.width", [.. Widths.Select(width => $"c{width}")]) { Group = $"stage{stage}", Ordered = true },
        new Decision($"stage{stage}.kernel", [.. Kernels.Select(kernel => $"k{kernel}")]) { Group = $"stage{stage}", Ordered = true },
    }));

    private static ChainSegment Stage(int stage) => new([2 * stage, (2 * stage) + 1], (map, values) => map.At($"stage{stage}")
        .ConvBn("conv", Widths[values[2 * stage]], Kernels[values[(2 * stage) + 1]], ActivationKind.Relu));
}
