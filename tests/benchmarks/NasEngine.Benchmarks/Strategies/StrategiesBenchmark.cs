using NasEngine.Plugins.Conformance;

namespace NasEngine.Benchmarks.Strategies;

/// <summary>
/// How far from the best of a published table a strategy's best is after so many trials. <c>--only TEXT</c> measures the cases whose
/// strategy has the text in its name and keeps the other rows; <c>--seeds N</c> sets the number of searches.
/// </summary>
public sealed class StrategiesBenchmark : IBenchmark
{
    private const int Seeds = 100;

    /// <inheritdoc/>
    public string Name => "strategies";

    /// <inheritdoc/>
    public string Summary => "How far from the best of a published table a strategy's best is.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--seeds", "number of searches", "100"),
        new("--only", "measures the strategies with this in their names and keeps the other rows"),
        BenchmarkOption.Table,
    ];

    /// <inheritdoc/>
    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var parts = StrategyCases.Parts;
        var seeds = args.Number("--seeds");
        var only = args.Text("--only");
        var kept = new KeptRows(BenchmarkFiles.Results(Name), "table", "strategy", "evaluations");
        var tables = new Dictionary<string, PublishedTable>();
        var rows = new List<IReadOnlyDictionary<string, object>>();
        foreach (var one in StrategyCases.All)
        {
            if (one.Label.Contains(only, StringComparison.Ordinal))
            {
                var table = tables.TryGetValue(one.Table, out var known)
                    ? known
                    : tables[one.Table] = PublishedTable.Load(one.Table, parts, args);
                rows.AddRange(Rows(one, table, parts, seeds));
            }
            else
            {
                rows.AddRange(one.Evaluations.Select(count => kept.Find(one.Table, one.Label, count)).OfType<Dictionary<string, object>>());
            }
        }

        return new BenchmarkReport(
            Name,
            "What a strategy's best is worth after so many trials, one at a time, an architecture that is tried twice counting twice. Its "
            + "best is the best by what trials measure: on nasbench201 the CIFAR-10 validation accuracy, on nasbench-macro the test "
            + "accuracy, mean of three trainings. Regret: percentage points of test accuracy (mean of trainings) behind the best of the "
            + "table, median and mean over the seeds; rank: median of its place in the table by test accuracy.",
            rows);
    }

    private static IEnumerable<Dictionary<string, object>> Rows(StrategyCase one, PublishedTable table, PluginParts parts, int seeds)
    {
        var found = Enumerable.Range(1, seeds).Select(seed => one.Search(parts, table, (ulong)seed)).ToArray();
        return one.Evaluations.Select((count, place) => new Dictionary<string, object>
        {
            ["table"] = one.Table,
            ["strategy"] = one.Label,
            ["evaluations"] = count,
            ["regret"] = Statistics.Median(found.Select(search => table.Regret(search[place]))),
            ["mean_regret"] = found.Average(search => table.Regret(search[place])),
            ["rank"] = Statistics.Median(found.Select(search => (double)table.Rank(search[place]))),
            ["seeds"] = seeds,
        });
    }
}
