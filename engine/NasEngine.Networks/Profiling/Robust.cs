namespace NasEngine.Networks;

/// <summary>Statistics that a few disturbed measurements do not move.</summary>
internal static class Robust
{
    /// <summary>The middle value; the mean of the middle two of an even number.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Median absolute deviation from <paramref name="centre"/>.</summary>
    public static double Deviation(IEnumerable<double> values, double centre) =>
        Median(values.Select(value => Math.Abs(value - centre)));
}
