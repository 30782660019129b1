namespace NasEngine.Host.Output;

/// <summary>A curve in one line of text: <c>▁▂▅▇█</c>. Pure: tested as text.</summary>
internal static class SparkLine
{
    private const string Levels = "▁▂▃▄▅▆▇█";

    /// <summary>
    /// The curve between the least and the greatest of its values; where there are more values than letters, each letter is the mean of as
    /// many. What is not finite has a blank.
    /// </summary>
    /// <param name="values">The values in order.</param>
    /// <param name="width">Letters at most, at least 1.</param>
    /// <param name="range">The values of the lowest and the highest letter; those of the curve where nothing is said.</param>
    public static string Of(IReadOnlyList<double> values, int width, (double Least, double Greatest)? range = null)
    {
        var means = Means(values, Math.Max(1, width));
        var (least, greatest) = range ?? RangeOf(means);
        return string.Concat(means.Select(mean => double.IsFinite(mean) ? Level(mean, least, greatest) : ' '));
    }

    /// <summary>The least and the greatest finite value; NaN where there is none.</summary>
    public static (double Least, double Greatest) RangeOf(IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        return finite.Length == 0 ? (double.NaN, double.NaN) : (finite.Min(), finite.Max());
    }

    private static char Level(double value, double least, double greatest)
    {
        var share = greatest > least ? (value - least) / (greatest - least) : 0.5;
        return Levels[Math.Clamp((int)(share * Levels.Length), 0, Levels.Length - 1)];
    }

    private static double[] Means(IReadOnlyList<double> values, int width)
    {
        if (values.Count <= width)
        {
            return [.. values];
        }

        var means = new double[width];
        for (var letter = 0; letter < width; letter++)
        {
            var (from, to) = ((int)((long)letter * values.Count / width), (int)((letter + 1L) * values.Count / width));
            var part = Enumerable.Range(from, to - from).Select(at => values[at]).Where(double.IsFinite).ToArray();
            means[letter] = part.Length == 0 ? double.NaN : part.Average();
        }

        return means;
    }
}
