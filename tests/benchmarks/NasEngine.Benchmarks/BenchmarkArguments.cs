using System.Globalization;

namespace NasEngine.Benchmarks;

/// <summary>Arguments of a benchmark, and what several benchmarks do with their measurements.</summary>
internal static class BenchmarkArguments
{
    public static int Number(string[] args, string name, int otherwise) =>
        Text(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public static string? Text(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
