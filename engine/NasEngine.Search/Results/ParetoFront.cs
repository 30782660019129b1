using System.Collections.Immutable;

namespace NasEngine.Search;

/// <summary>The points that no other point beats.</summary>
public static class ParetoFront
{
    /// <summary>
    /// Numbers of the items that are not dominated when every column of <paramref name="values"/> is maximised: no other
    /// item is at least as good in all and better in one (Deb et al., NSGA-II, 2002, section III). Of equal items all
    /// stay. Rows with a value that is not a number never do.
    /// </summary>
    public static ImmutableArray<int> Of(IReadOnlyList<double[]> values)
    {
        var valid = Enumerable.Range(0, values.Count).Where(i => !values[i].Any(double.IsNaN));
        var sorted = valid.OrderByDescending(i => values[i][0]).ToArray();
        var front = new List<int>();
        foreach (var i in sorted)
        {
            if (!sorted.TakeWhile(j => values[j][0] >= values[i][0]).Any(j => Dominates(values[j], values[i])))
            {
                front.Add(i);
            }
        }

        return [.. front.Order()];
    }

    private static bool Dominates(double[] a, double[] b)
    {
        var better = false;
        for (var k = 0; k < a.Length; k++)
        {
            if (a[k] < b[k])
            {
                return false;
            }

            better |= a[k] > b[k];
        }

        return better;
    }
}
