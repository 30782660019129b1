using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Morphism;

/// <summary>The decisions of one layer.</summary>
/// <param name="Stage">Number of the stage, from 0.</param>
/// <param name="Index">Number in the stage, from 0.</param>
/// <param name="Width">Number of the decision on channels.</param>
/// <param name="Kernel">Number of the decision on the kernel.</param>
/// <param name="Skip">Number of the decision on the skip.</param>
internal sealed record MorphismLayer(int Stage, int Index, int Width, int Kernel, int Skip)
{
    /// <summary>Name of the batch norm of a skip.</summary>
    public const string SkipNorm = "skip.bn";

    /// <summary>Adds a layer's decisions to a list.</summary>
    public static MorphismLayer Add(DecisionList list, MorphismOptions options, int stage, int index, Condition? when)
    {
        var group = $"stage{stage + 1}.layer{index + 1}";
        return new MorphismLayer(
            stage, index,
            One("width", [.. options.Widths.Select(width => $"c{width}")], true),
            One("kernel", [.. options.Kernels.Select(kernel => $"k{kernel}")], true),
            One("skip", ["plain", "skip"], true));

        int One(string name, string[] choices, bool ordered) => list.Add(new Decision($"{group}.{name}", [.. choices])
        {
            Group = group,
            Ordered = ordered,
            When = when,
        });
    }

    /// <summary>
    /// Convolution and batch norm, the input of a later layer behind a batch norm of its own where it skips and the shapes are equal, and
    /// ReLU; the map itself when the stage is not that deep. The skip's batch norm lets it begin at nothing.
    /// </summary>
    public FeatureMap AddTo(FeatureMap map, MorphismOptions options, ReadOnlySpan<int> values)
    {
        if (values[Width] < 0)
        {
            return map;
        }

        var place = map.At($"stage{Stage + 1}", $"layer{Index + 1}");
        var layer = place.Conv("conv", options.Widths[values[Width]], options.Kernels[values[Kernel]]).BatchNorm("conv.bn");
        var skips = Index > 0 && values[Skip] == 1 && layer.Shape == map.Shape;
        return (skips ? layer.Plus(place.BatchNorm(SkipNorm)) : layer).Activate(ActivationKind.Relu);
    }
}
