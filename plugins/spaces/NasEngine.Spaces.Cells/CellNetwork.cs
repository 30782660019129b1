using NasEngine.Networks;

namespace NasEngine.Spaces.Cells;

/// <summary>
/// The network around the cells (NASNet, arXiv 1707.07012, figure 2): a 3×3 stem, cells that each see the two before
/// them, channels doubled at the two reductions, pooling, a linear classifier.
/// </summary>
internal static class CellNetwork
{
    /// <summary>Adds one cell behind its two preprocessed inputs.</summary>
    public delegate FeatureMap AddCell(CellPlace place, FeatureMap beforeLast, FeatureMap last);

    /// <summary>Adds the whole network.</summary>
    /// <param name="image">What it is given.</param>
    /// <param name="options">Channels and cells.</param>
    /// <param name="stem">Channels of the stem.</param>
    /// <param name="add">Adds a cell.</param>
    public static FeatureMap Add(FeatureMap image, CellOptions options, int stem, AddCell add)
    {
        var first = image.At("stem").Conv("conv", stem, 3).BatchNorm("conv.bn");
        var (beforeLast, last) = (first, first);
        var (channels, stage) = (options.Channels, 1);
        for (var cell = 0; cell < options.Cells; cell++)
        {
            var reduction = cell == options.Cells / 3 || cell == 2 * options.Cells / 3;
            (channels, stage) = reduction ? (2 * channels, stage + 1) : (channels, stage);
            var place = new CellPlace($"stage{stage}", $"cell{cell + 1}", channels, reduction);
            (beforeLast, last) = (last, add(place, Fit(place, beforeLast, last, "before_last"), Fit(place, last, last, "last")));
        }

        return last.At("head").GlobalAveragePool().Linear("classifier", options.Task.Classes);
    }

    /// <summary>Brings an input to the cell's channels, and to the size of the last cell's output.</summary>
    private static FeatureMap Fit(CellPlace place, FeatureMap input, FeatureMap last, string name)
    {
        var map = place.At(input, name);
        return input.Shape.Height == last.Shape.Height
            ? CellOperations.Convolution(map, "conv", place.Channels, 1, 1)
            : CellOperations.FactorizedReduction(map, "reduce", place.Channels);
    }
}
