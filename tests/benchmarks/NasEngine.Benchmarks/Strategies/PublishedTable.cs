using System.Globalization;
using NasEngine.Benchmarks.FpNas;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Benchmarks.Strategies;

/// <summary>A published table of a whole space: what a search is told of an architecture, and what it is judged by.</summary>
/// <param name="space">The space.</param>
/// <param name="rows">Accuracies in percent: what a trial measures, and what counts in the end.</param>
internal sealed class PublishedTable(ISearchSpace space, IReadOnlyDictionary<Architecture, (double Told, double Counts)> rows)
{
    private readonly double[] _best = [.. rows.Values.Select(row => row.Counts).OrderDescending()];

    /// <summary>The space.</summary>
    public ISearchSpace Space { get; } = space;

    /// <summary>The table of this name, from shared/data.</summary>
    public static PublishedTable Load(string name, PluginParts parts, BenchmarkArguments args)
    {
        var space = parts.Space(name);
        return name switch
        {
            "nasbench201" => new PublishedTable(space, Read(args, "nasbench201.csv.gz", space, "arch_str", row =>
                (Number(row["cifar10_val_acc"]), row["cifar10_test_acc_seeds"].Split(';').Average(Number)))),
            "nasbench-macro" => new PublishedTable(space, Read(args, "nasbench_macro.csv.gz", space, "arch", row =>
                (Number(row["mean_acc"]), Number(row["mean_acc"])))),
            _ => throw new InputException($"There is no table of space '{name}'; there are nasbench201 and nasbench-macro."),
        };
    }

    /// <summary>What a trial measures: the validation accuracy, a share.</summary>
    public Measurement Measure(Architecture architecture) =>
        new Measurement().With(MetricNames.ValidationAccuracy, rows[architecture].Told / 100);

    /// <summary>By how many percentage points the architecture is worse than the best of the table.</summary>
    public double Regret(Architecture architecture) => _best[0] - rows[architecture].Counts;

    /// <summary>How many architectures are better, and one more.</summary>
    public int Rank(Architecture architecture) => 1 + _best.TakeWhile(one => one > rows[architecture].Counts).Count();

    private static Dictionary<Architecture, (double Told, double Counts)> Read(
        BenchmarkArguments args, string file, ISearchSpace space, string key, Func<Dictionary<string, string>, (double Told, double Counts)> read) =>
        SharedData.Rows(args, file).ToDictionary(row => space.Parse(row[key]), read);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
