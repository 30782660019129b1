using System.Text;

namespace NasEngine.Benchmarks;

/// <summary>What the benchmarks say of themselves.</summary>
internal static class BenchmarkHelp
{
    /// <summary>All of them, a line each.</summary>
    public static string Of(IReadOnlyCollection<IBenchmark> benchmarks)
    {
        var text = new StringBuilder("Measures, and writes tests/benchmarks/results/NAME.md.\n\nUsage: nas bench NAME [options]\n\n");
        Lines(text, benchmarks.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => (one.Name, one.Summary)));
        return text.Append("\nnas bench NAME --help has the options of one.").ToString();
    }

    /// <summary>One of them, or those of its parts that were asked for.</summary>
    public static string Of(IBenchmark benchmark, IReadOnlyCollection<BenchmarkPart> asked)
    {
        var text = new StringBuilder($"{benchmark.Summary}\n\nUsage: nas bench {benchmark.Name}");
        text.Append(benchmark.Parts.Count > 0 ? " [PART ...] [options]\n" : " [options]\n");
        foreach (var part in asked)
        {
            text.Append($"\n{part.Name}: {part.Summary}\n");
            Options(text, part.Options);
        }

        text.Append("\nOptions:\n");
        Options(text, [.. benchmark.Options, BenchmarkOption.Json, BenchmarkOption.Help]);
        return text.ToString().TrimEnd();
    }

    private static void Options(StringBuilder text, IEnumerable<BenchmarkOption> options) => Lines(text, options
        .Where(option => !option.IsInternal)
        .Select(option => (
            option.IsSwitch ? option.Name : $"{option.Name} VALUE", option.Otherwise.Length > 0 ? $"{option.Meaning} (default {option.Otherwise})" : option.Meaning)));

    private static void Lines(StringBuilder text, IEnumerable<(string Name, string Meaning)> lines)
    {
        var all = lines.ToArray();
        var widest = all.Select(line => line.Name.Length).DefaultIfEmpty().Max();
        foreach (var (name, meaning) in all)
        {
            text.Append($"  {name.PadRight(widest)}  {meaning}\n");
        }
    }
}
