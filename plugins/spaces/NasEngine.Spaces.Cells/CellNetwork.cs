using NasEngine.Networks;

namespace NasEngine.Spaces.Cells;

/// <summary>
/// The network around the cells (NASNet, arXiv 1707.07012, figure 2): a 3×3 stem with the channels of three operations,
/// cells that each see the two before them, channels doubled at the two reductions, pooling, a linear classifier.
/// </summary>
internal static class CellNetwork
{
    /// <summary>Adds one cell behind its two preprocessed inputs.</summary>
    public delegate FeatureMap AddCell(CellPlace place, FeatureMap beforeLast, FeatureMap last);

    /// <summary>Adds the whole network.</summary>
    public static FeatureMap Add(FeatureMap image, CellOptions options, AddCell add)
    {
        var first = Stem(image, options);
        var (beforeLast, last) = (first, first);
        foreach (var place in Places(options))
        {
            var height = last.Shape.Height;
            (beforeLast, last) = (last, add(place, Fit(place, beforeLast, height, "before_last"), Fit(place, last, height, "last")));
        }

        return Head(last, options);
    }

    /// <summary>The cells in order.</summary>
    public static IEnumerable<CellPlace> Places(CellOptions options)
    {
        var (channels, stage) = (options.Channels, 1);
        for (var cell = 0; cell < options.Cells; cell++)
        {
            var reduction = cell == options.Cells / 3 || cell == 2 * options.Cells / 3;
            (channels, stage) = reduction ? (2 * channels, stage + 1) : (channels, stage);
            yield return new CellPlace($"stage{stage}", $"cell{cell + 1}", channels, reduction);
        }
    }

    public static FeatureMap Stem(FeatureMap image, CellOptions options) =>
        image.At("stem").Conv("conv", 3 * options.Channels, 3).BatchNorm("conv.bn");

    public static FeatureMap Head(FeatureMap map, CellOptions options) =>
        map.At("head").GlobalAveragePool().Linear("classifier", options.Task.Classes);

    /// <summary>Brings an input to the cell's channels, and to the height of the last cell's output.</summary>
    public static FeatureMap Fit(CellPlace place, FeatureMap input, int height, string name)
    {
        var map = place.At(input, name);
        return input.Shape.Height == height
            ? CellOperations.Convolution(map, "conv", place.Channels, 1, 1)
            : CellOperations.FactorizedReduction(map, "reduce", place.Channels);
    }
}
