using System.Collections.Immutable;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// The logarithm of the expected hypervolume improvement of values that are normal and independent of each other: of one candidate the
/// closed form of what qLogEHVI (arXiv 2310.20708, section 4.3) estimates by draws, Σ over the boxes that a front leaves free of
/// Π over the axes of E[max(0, f − lower)] − E[max(0, f − upper)].
/// </summary>
/// <param name="cells">What the front leaves free.</param>
internal sealed class HypervolumeImprovement(ImmutableArray<Box> cells)
{
    /// <summary>Of a candidate with these means and variances, an axis each.</summary>
    public double Log(IReadOnlyList<(double Mean, double Variance)> values)
    {
        var logarithms = new double[cells.Length];
        for (var cell = 0; cell < logarithms.Length; cell++)
        {
            for (var axis = 0; axis < values.Count; axis++)
            {
                logarithms[cell] += Within(values[axis], cells[cell].Lower[axis], cells[cell].Upper[axis]);
            }
        }

        return NormalLog.Sum(logarithms);
    }

    /// <summary>
    /// The reference below some points: their worst value on each axis less a tenth of their extent there (the rule that botorch's
    /// <c>infer_reference_point</c> has for a front; Ishibuchi et al., 2011), or of <paramref name="otherwise"/> where they have none.
    /// </summary>
    /// <param name="points">At least one point.</param>
    /// <param name="otherwise">An extent, positive.</param>
    public static double[] Reference(IReadOnlyList<double[]> points, double otherwise)
    {
        return [.. Enumerable.Range(0, points[0].Length).Select(Below)];

        double Below(int axis)
        {
            var (least, most) = (points.Min(point => point[axis]), points.Max(point => point[axis]));
            return least - (0.1 * (most > least ? most - least : otherwise));
        }
    }

    private static double Within((double Mean, double Variance) value, double lower, double upper)
    {
        var above = NormalLog.Improvement(value, lower);
        return double.IsPositiveInfinity(upper) ? above : NormalLog.Difference(above, NormalLog.Improvement(value, upper));
    }
}
