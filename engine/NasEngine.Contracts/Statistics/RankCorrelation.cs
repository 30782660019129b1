namespace NasEngine.Contracts;

/// <summary>Spearman's rank correlation: Pearson's of the ranks, ties at their mean rank.</summary>
public static class RankCorrelation
{
    /// <summary>In [−1, 1], of two sides of as many values; null for less than two pairs, or where one side does not vary.</summary>
    public static double? Of(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var (a, b) = (Ranks(one), Ranks(other));
        var mean = (one.Count + 1) / 2.0;
        var (both, first, second) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            both += (a[i] - mean) * (b[i] - mean);
            first += (a[i] - mean) * (a[i] - mean);
            second += (b[i] - mean) * (b[i] - mean);
        }

        return first > 0 && second > 0 ? both / Math.Sqrt(first * second) : null;
    }

    private static double[] Ranks(IReadOnlyList<double> values)
    {
        var ranks = new double[values.Count];
        var place = 1;
        foreach (var group in Enumerable.Range(0, values.Count).GroupBy(index => values[index]).OrderBy(group => group.Key))
        {
            var members = group.ToArray();
            foreach (var index in members)
            {
                ranks[index] = place + (members.Length - 1) / 2.0;
            }

            place += members.Length;
        }

        return ranks;
    }
}
