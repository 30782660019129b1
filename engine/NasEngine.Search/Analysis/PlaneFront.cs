using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>The points of a plane that no other point dominates: for a million points too.</summary>
public static class PlaneFront
{
    /// <summary>Points of which the front is worked out first, and most of the others are put aside by.</summary>
    private const int Sample = 1024;

    /// <summary>
    /// Places of the points on the front by x ascending, of points alike the first alone; n·log n steps (Kung, Luccio and Preparata,
    /// J. ACM 1975, section 2, for two dimensions), of which all but those of a few points are n·log f: what a sample dominates is left
    /// out before the rest is sorted. The same as <see cref="ParetoFront"/> by two axes, but for the twins.
    /// </summary>
    /// <param name="x">Finite.</param>
    /// <param name="y">One per x, finite.</param>
    /// <param name="across">Which way x is better.</param>
    /// <param name="up">Which way y is better.</param>
    public static int[] Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Direction across, Direction up)
    {
        double[] right = Turned(x, across), high = Turned(y, up);
        var stride = Math.Max(1, x.Length / Sample);
        var sampled = Sorted([.. Enumerable.Range(0, x.Length / stride).Select(place => place * stride)], right, high);
        var front = Sorted(Left(sampled, right, high), right, high);
        if (across == Direction.Maximize)
        {
            Array.Reverse(front);
        }

        return front;
    }

    private static double[] Turned(ReadOnlySpan<double> values, Direction better)
    {
        var turned = values.ToArray();
        for (var place = 0; better == Direction.Minimize && place < turned.Length; place++)
        {
            turned[place] = -turned[place];
        }

        return turned;
    }

    /// <summary>What the points of a front, the greatest x first, do not dominate, in the order of places.</summary>
    private static int[] Left(int[] front, double[] x, double[] y)
    {
        double[] falling = [.. front.Select(place => -x[place])];
        var left = new List<int>();
        for (var place = 0; place < x.Length; place++)
        {
            // Of those with at least this x the last has the greatest y.
            var end = Above(falling, -x[place]);
            if (end < 0 || !(y[front[end]] > y[place] || (y[front[end]] == y[place] && x[front[end]] > x[place])))
            {
                left.Add(place);
            }
        }

        return [.. left];
    }

    /// <summary>The last place of an ascending list whose number is at most this one; -1 where there is none.</summary>
    private static int Above(double[] ascending, double most)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ascending[middle] <= most ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    /// <summary>The front of some points, the greatest x first: both are better the greater they are.</summary>
    private static int[] Sorted(int[] order, double[] x, double[] y)
    {
        Array.Sort(order, (a, b) => x[b].CompareTo(x[a]) is var byX && byX != 0 ? byX
            : y[b].CompareTo(y[a]) is var byY && byY != 0 ? byY
            : a.CompareTo(b));
        var front = new List<int>();
        var best = double.NegativeInfinity;
        foreach (var place in order)
        {
            if (y[place] > best)
            {
                best = y[place];
                front.Add(place);
            }
        }

        return [.. front];
    }
}
