namespace NasEngine.Strategies.Learned;

/// <summary>Spearman's rank correlation, ties at their mean rank.</summary>
internal static class RankCorrelation
{
    /// <summary>In [−1, 1]; null for less than two pairs, or where one side does not vary.</summary>
    public static double? Of(double[] one, double[] other)
    {
        var (a, b) = (Ranks(one), Ranks(other));
        var mean = (one.Length + 1) / 2.0;
        var (both, first, second) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            both += (a[i] - mean) * (b[i] - mean);
            first += (a[i] - mean) * (a[i] - mean);
            second += (b[i] - mean) * (b[i] - mean);
        }

        return first > 0 && second > 0 ? both / Math.Sqrt(first * second) : null;
    }

    private static double[] Ranks(double[] values)
    {
        var ranks = new double[values.Length];
        var place = 1;
        foreach (var group in Enumerable.Range(0, values.Length).GroupBy(index => values[index]).OrderBy(group => group.Key))
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
