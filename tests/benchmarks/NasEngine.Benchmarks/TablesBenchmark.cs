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
    private static readonly BenchmarkOption Anew = new("--anew", "measures again what was measured") { IsSwitch = true };

    private readonly string _folder = Path.Combine(BenchmarkFiles.Root, "artifacts", $"bench-{name}");

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Summary => summary;

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options => [Anew];

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkPart> Parts => [.. tables.Select(table => new BenchmarkPart(table.Name, table.Summary, table.Options))];

    /// <inheritdoc/>
    public BenchmarkReport Run(BenchmarkArguments args)
    {
        IBenchmarkTable[] asked = [.. tables.Where(table => args.Words.Count == 0 || args.Words.Contains(table.Name))];
        return asked.Length == 1 ? Made(asked[0], args) : new BenchmarkReport(Name, summary, [.. asked.Select(table =>
        {
            var report = Made(table, args);
            BenchmarkFiles.Write(report);
            return new Dictionary<string, object> { ["table"] = report.Name, ["rows"] = report.Rows.Count };
        })]);
    }

    private BenchmarkReport Made(IBenchmarkTable table, BenchmarkArguments args)
    {
        var path = Path.Combine(_folder, $"{table.Name}.jsonl");
        if (args.Has(Anew.Name))
        {
            File.Delete(path);
        }

        var finished = args.Has(BenchmarkOption.Inside) ? null : new FinishedCases(path);
        return new BenchmarkReport($"{Name}-{table.Name}", table.Summary, table.Finish([.. table.Cases(args.For(table.Options)).Select(one =>
        {
            var row = finished?.Row(one) ?? one.Measure();
            Console.Error.WriteLine($"{table.Name}: {string.Join(", ", row.Select(value => $"{value.Key} {value.Value}"))}");
            return row;
        })]));
    }
}
