using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>The points of a plane that no other point dominates, by sorting: for a million points too.</summary>
public static class PlaneFront
{
    /// <summary>
    /// Places of the points on the front by x ascending, of points alike the first alone; n·log n steps (Kung, Luccio and Preparata,
    /// J. ACM 1975, section 2, for two dimensions). The same as <see cref="ParetoFront"/> by two axes, but for the twins.
    /// </summary>
    /// <param name="x">Finite.</param>
    /// <param name="y">One per x, finite.</param>
    /// <param name="across">Which way x is better.</param>
    /// <param name="up">Which way y is better.</param>
    public static int[] Of(IReadOnlyList<double> x, IReadOnlyList<double> y, Direction across, Direction up)
    {
        var (signX, signY) = (across == Direction.Maximize ? 1 : -1, up == Direction.Maximize ? 1 : -1);
        var order = Enumerable.Range(0, x.Count).ToArray();
        Array.Sort(order, (a, b) => (signX * x[b]).CompareTo(signX * x[a]) is var byX && byX != 0 ? byX
            : (signY * y[b]).CompareTo(signY * y[a]) is var byY && byY != 0 ? byY
            : a.CompareTo(b));
        var front = new List<int>();
        var best = double.NegativeInfinity;
        foreach (var place in order)
        {
            if (signY * y[place] > best)
            {
                best = signY * y[place];
                front.Add(place);
            }
        }

        return [.. front.OrderBy(place => x[place])];
    }
}
