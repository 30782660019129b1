using NasEngine.Contracts;

namespace NasEngine.Benchmarks;

/// <summary>
/// A benchmark of several tables: <c>nas bench NAME</c> makes all of them, <c>nas bench NAME TABLE</c> one. What was measured stays in
/// <c>artifacts/bench-NAME</c>: a second start goes on; <c>--anew</c> begins from the start.
/// </summary>
/// <param name="name">Its name.</param>
/// <param name="summary">What the tables are, in a sentence.</param>
/// <param name="tables">They.</param>
internal abstract class TablesBenchmark(string name, string summary, IReadOnlyList<IBenchmarkTable> tables) : IBenchmark
{
    private readonly string _folder = Path.Combine(BenchmarkFiles.Root, "artifacts", $"bench-{name}");

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public BenchmarkReport Run(string[] args)
    {
        if (args.Length > 0 && !args[0].StartsWith('-'))
        {
            return Made(tables.FirstOrDefault(table => table.Name == args[0]) ?? throw new InputException(
                $"There is no table '{args[0]}' of {Name}: {Suggest.Instead(args[0], tables.Select(table => table.Name))}"), args);
        }

        return new BenchmarkReport(Name, summary, [.. tables.Select(table =>
        {
            var report = Made(table, args);
            BenchmarkFiles.Write(report);
            return new Dictionary<string, object> { ["table"] = report.Name, ["rows"] = report.Rows.Count };
        })]);
    }

    private BenchmarkReport Made(IBenchmarkTable table, string[] args)
    {
        var path = Path.Combine(_folder, $"{table.Name}.jsonl");
        if (args.Contains("--anew"))
        {
            File.Delete(path);
        }

        var finished = OwnProcess.IsInside(args) ? null : new FinishedCases(path);
        return new BenchmarkReport($"{Name}-{table.Name}", table.Summary, table.Finish([.. table.Cases(args).Select(one =>
        {
            var row = finished?.Row(one) ?? one.Measure();
            Console.Error.WriteLine($"{table.Name}: {string.Join(", ", row.Select(value => $"{value.Key} {value.Value}"))}");
            return row;
        })]));
    }
}
