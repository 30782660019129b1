namespace NasEngine.Search;

/// <summary>
/// Curves and clouds of points with fewer points than they have, for pictures: what is drawn looks as if all were. By stretches of
/// equal width the first, the least, the greatest and the last point stay (M4: Jugel et al., VLDB 2014).
/// </summary>
public static class Thinned
{
    private const int PerStretch = 4;

    /// <summary>A curve with at most about <paramref name="most"/> points: all of it where it has no more.</summary>
    /// <param name="x">Ascending.</param>
    /// <param name="y">One per x; points that are not finite are left out.</param>
    /// <param name="most">Points wanted, at least 4.</param>
    public static (double[] X, double[] Y) Curve(IReadOnlyList<double> x, IReadOnlyList<double> y, int most)
    {
        var kept = new List<int>();
        if (x.Count <= most)
        {
            kept.AddRange(Enumerable.Range(0, x.Count).Where(place => double.IsFinite(y[place])));
        }
        else
        {
            var (from, width) = (x[0], (x[^1] - x[0]) / Math.Max(1, most / PerStretch));
            for (var start = 0; start < x.Count;)
            {
                var stretch = Stretch(x[start], from, width);
                var end = start;
                while (end < x.Count && Stretch(x[end], from, width) == stretch)
                {
                    end++;
                }

                kept.AddRange(Corners(y, start, end));
                start = end;
            }
        }

        return ([.. kept.Select(place => x[place])], [.. kept.Select(place => y[place])]);
    }

    /// <summary>
    /// Points of a cloud, each cell of a grid once: places in it, at most <paramref name="side"/>² of them.
    /// </summary>
    /// <param name="x">Finite.</param>
    /// <param name="y">One per x, finite.</param>
    /// <param name="side">Cells of a side.</param>
    public static int[] Cloud(IReadOnlyList<double> x, IReadOnlyList<double> y, int side)
    {
        if (x.Count == 0)
        {
            return [];
        }

        var (left, right, low, high) = (x.Min(), x.Max(), y.Min(), y.Max());
        var (seen, kept) = (new bool[side * side], new List<int>());
        for (var place = 0; place < x.Count; place++)
        {
            ref var cell = ref seen[Cell(x[place], left, right, side) * side + Cell(y[place], low, high, side)];
            if (!cell)
            {
                cell = true;
                kept.Add(place);
            }
        }

        return [.. kept];
    }

    private static long Stretch(double x, double from, double width) => width > 0 ? (long)((x - from) / width) : 0;

    private static IEnumerable<int> Corners(IReadOnlyList<double> y, int start, int end)
    {
        var (first, last, least, greatest) = (-1, -1, -1, -1);
        for (var place = start; place < end; place++)
        {
            if (!double.IsFinite(y[place]))
            {
                continue;
            }

            first = first < 0 ? place : first;
            least = least < 0 || y[place] < y[least] ? place : least;
            greatest = greatest < 0 || y[place] > y[greatest] ? place : greatest;
            last = place;
        }

        return first < 0 ? [] : new[] { first, least, greatest, last }.Distinct().Order();
    }

    private static int Cell(double value, double from, double to, int side) =>
        to > from ? Math.Min(side - 1, (int)((value - from) / (to - from) * side)) : 0;
}
