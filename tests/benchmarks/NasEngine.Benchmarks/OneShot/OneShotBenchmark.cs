using NasEngine.Contracts;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>
/// What weight sharing is to show, a table each: <c>nas bench oneshot</c> makes all of them, <c>nas bench oneshot tfnas</c> one. What was
/// measured stays in <c>artifacts/bench-oneshot</c>: a second start goes on; <c>--anew</c> begins from the start.
/// </summary>
public sealed class OneShotBenchmark : IBenchmark
{
    private static readonly IOneShotTable[] Tables =
        [new TfNasTable(), new PlantedTable(), new SamplingTable(), new MemoryTable(), new CellsTable()];

    private static readonly string Folder = Path.Combine(BenchmarkFiles.Root, "artifacts", "bench-oneshot");

    /// <inheritdoc/>
    public string Name => "oneshot";

    /// <inheritdoc/>
    public BenchmarkReport Run(string[] args)
    {
        if (args.Length > 0 && !args[0].StartsWith('-'))
        {
            return Made(Tables.FirstOrDefault(table => table.Name == args[0]) ?? throw new InputException(
                $"There is no table '{args[0]}' of one-shot methods: {Suggest.Instead(args[0], Tables.Select(table => table.Name))}"), args);
        }

        return new BenchmarkReport(Name, "The tables of one-shot methods, each in a file of its own.", [.. Tables.Select(table =>
        {
            var report = Made(table, args);
            BenchmarkFiles.Write(report);
            return new Dictionary<string, object> { ["table"] = report.Name, ["rows"] = report.Rows.Count };
        })]);
    }

    private BenchmarkReport Made(IOneShotTable table, string[] args)
    {
        var path = Path.Combine(Folder, $"{table.Name}.jsonl");
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
