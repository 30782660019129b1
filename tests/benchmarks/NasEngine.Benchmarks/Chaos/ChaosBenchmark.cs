using NasEngine.Faults;

namespace NasEngine.Benchmarks.Chaos;

/// <summary>
/// Kills real processes at random moments and compares what the search finds with an undisturbed one. <c>--kills N</c>
/// sets the kills over the table (default 200), <c>--seed N</c> the moments.
/// </summary>
public sealed class ChaosBenchmark : IBenchmark
{
    public string Name => "chaos";

    public BenchmarkReport Run(string[] args)
    {
        var kills = Number(args, "--kills", 200);
        var seed = Number(args, "--seed", 1);
        var rows = new List<FaultRow>
        {
            new Faults.Chaos("table", Searches.Table(20_000, "--isolation", "inproc", "--set", "window=8"), seed)
                .Stop("kill -9 of the coordinator, table", kills),
            new Faults.Chaos("table", Searches.Table(2_000, "--isolation", "process", "--workers", "2"), seed + 1)
                .Stop("kill -9 of the coordinator, table in 2 worker processes", (kills + 9) / 10),
        };
        if (Searches.FpNas(60) is { } fpnas)
        {
            var chaos = new Faults.Chaos("fpnas", fpnas, seed + 2);
            rows.Add(chaos.Stop("kill -9 of the coordinator, FP-NAS", (kills + 19) / 20));
            rows.Add(chaos.HitWorkers("kill -9 of the worker, FP-NAS", (kills + 9) / 10));
        }

        return new BenchmarkReport(
            Name,
            "Searches disturbed at random moments and resumed, against the same search undisturbed: finished trials that were lost, trials with two results, parts of the outcome that differ.",
            [.. rows.Select(Row)]);
    }

    private static Dictionary<string, object> Row(FaultRow row) => new()
    {
        ["fault"] = row.Fault,
        ["times_injected"] = row.Injected,
        ["lost"] = row.Lost,
        ["duplicated"] = row.Duplicated,
        ["differing"] = row.Differing,
    };

    private static int Number(string[] args, string option, int fallback) =>
        Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length && int.TryParse(args[at + 1], out var number) ? number : fallback;
}
