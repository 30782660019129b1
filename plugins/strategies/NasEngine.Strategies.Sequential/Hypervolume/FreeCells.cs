using System.Collections.Immutable;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// What a front leaves free: the points above a reference that none of its points dominates, all axes being maximised, as boxes that do
/// not overlap (a partitioning as in Yang et al., "Efficient computation of expected hypervolume improvement", 2019). What a new point adds
/// to the hypervolume is the sum over the boxes of the part of each that it dominates.
/// </summary>
internal static class FreeCells
{
    /// <summary>The boxes; upper ends may be infinite.</summary>
    /// <param name="front">Points; those that others dominate, or that are not above the reference, change nothing.</param>
    /// <param name="reference">The reference, a number per axis.</param>
    public static ImmutableArray<Box> Of(IReadOnlyList<double[]> front, double[] reference) =>
        [.. Cells(front, reference, reference.Length).Select(cell => new Box([.. cell.Lower], [.. cell.Upper]))];

    /// <summary>
    /// By slabs of the last axis, whose borders are the points: in each those that reach above it leave free what they do on the other
    /// axes.
    /// </summary>
    private static IEnumerable<(double[] Lower, double[] Upper)> Cells(IReadOnlyList<double[]> front, double[] reference, int axes)
    {
        var last = axes - 1;
        if (axes == 1)
        {
            return [([front.Select(point => point[0]).Append(reference[0]).Max()], [double.PositiveInfinity])];
        }

        double[] borders = [.. front.Select(point => point[last]).Where(value => value > reference[last]).Distinct().Order()];
        return Enumerable.Range(0, borders.Length + 1).SelectMany(slab =>
        {
            var lower = slab == 0 ? reference[last] : borders[slab - 1];
            var upper = slab == borders.Length ? double.PositiveInfinity : borders[slab];
            double[][] above = [.. front.Where(point => point[last] > lower)];
            return Cells(above, reference, last).Select(cell => ((double[])[.. cell.Lower, lower], (double[])[.. cell.Upper, upper]));
        });
    }
}

/// <summary>A box of values.</summary>
/// <param name="Lower">Its lower ends, a number per axis.</param>
/// <param name="Upper">Its upper ends, each above the lower one; may be infinite.</param>
internal sealed record Box(ImmutableArray<double> Lower, ImmutableArray<double> Upper);
