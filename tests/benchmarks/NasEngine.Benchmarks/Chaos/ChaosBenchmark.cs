using NasEngine.Faults;

namespace NasEngine.Benchmarks.Chaos;

/// <summary>
/// Does everything bad to searches in real processes, and compares what they find with undisturbed ones. <c>--kills N</c>
/// sets the kills of the coordinator over the table (default 200; the other numbers go with it), <c>--seed N</c> the moments.
/// </summary>
public sealed class ChaosBenchmark : IBenchmark
{
    public string Name => "chaos";

    public string Summary => "Searches in real processes that are killed, stopped and damaged, against undisturbed ones.";

    public IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--kills", "kills of the coordinator over the table; the other numbers go with it", "200"),
        new("--seed", "of the moments", "1"),
    ];

    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var kills = args.Number("--kills");
        var seed = args.Number("--seed");
        var rows = new List<FaultRow>();
        foreach (var row in Kills(kills, seed).Concat(Signals((kills + 39) / 40, seed)).Concat(Faults()).Concat(Journals(kills, seed)))
        {
            Console.Error.WriteLine(row);
            rows.Add(row);
        }

        return new BenchmarkReport(
            Name,
            "Searches disturbed at random moments and resumed, against the same search undisturbed: finished trials that were lost, trials with two results, parts of the outcome that differ.",
            [.. rows.Select(Row)]);
    }

    private static IEnumerable<FaultRow> Kills(int kills, int seed)
    {
        yield return new Faults.Chaos("table", Searches.Table(15_000, "--isolation", "inproc", "--set", "window=8"), seed)
            .Stop("kill -9 of the coordinator, table", kills);
        yield return new Faults.Chaos("table", Searches.Table(3_000, "--isolation", "process", "--workers", "2"), seed + 1)
            .Stop("kill -9 of the coordinator, table in 2 worker processes", (kills + 9) / 10);
        yield return new Faults.Chaos("table", Searches.Table(5_000, "--isolation", "inproc", "--set", "failures=0.3"), seed + 2)
            .Stop("kill -9 of the coordinator, evaluator that fails 30%", (kills + 19) / 20);
        yield return new Faults.Chaos("faulty", Searches.Faulty("--isolation", "inproc", "--set", "estimatorFault=nan", "--set", "milliseconds=10", "--set", "trials=200"), seed + 3)
            .Stop("kill -9 of the coordinator, loss that is NaN", (kills + 39) / 40);
        if (Searches.FpNas(40) is { } fpnas)
        {
            var chaos = new Faults.Chaos("fpnas", fpnas, seed + 4);
            yield return chaos.Stop("kill -9 of the coordinator, FP-NAS", (kills + 19) / 20);
            yield return chaos.HitWorkers("kill -9 of the worker, FP-NAS", (kills + 9) / 10);
        }

        if (Searches.Darts(40) is { } darts)
        {
            yield return new Faults.Chaos("darts", darts, seed + 6).Stop("kill -9 of the coordinator, DARTS", (kills + 19) / 20);
        }

        if (Searches.SinglePath(40) is { } singlePath)
        {
            yield return new Faults.Chaos("singlepath", singlePath, seed + 7)
                .Stop("kill -9 of the coordinator, single-path one-shot", (kills + 19) / 20);
        }
    }

    private static IEnumerable<FaultRow> Signals(int times, int seed)
    {
        string[] slow = Searches.Faulty("--workers", "2", "--set", "milliseconds=20", "--set", "trials=200", "--silence-seconds", "3");
        var chaos = new Faults.Chaos("faulty", slow, seed + 5);
        yield return chaos.Stop("SIGTERM to the coordinator", times, Signal.Terminate);
        yield return chaos.Stop("SIGINT to the coordinator", times, Signal.Interrupt);
        yield return chaos.HitWorkers("SIGSTOP, then SIGCONT to a worker", times, Signal.Stop, then: Signal.Continue);
        yield return chaos.HitWorkers("SIGSTOP to a worker", times, Signal.Stop);
    }

    private static IEnumerable<FaultRow> Faults() =>
    [
        Once.InWorker("garbage on the pipe", "garbage"),
        Once.InWorker("worker that allocates until it is killed", "memory", "--job-memory", "400"),
        Once.InWorker("worker that exits", "exit"),
        Once.InWorker("job that never ends", "hangs", "--job-minutes", "0.1"),
        Once.InWorker("job that throws", "throws"),
        Once.InStrategy("strategy that throws", "throws"),
        Once.InStrategy("strategy that proposes nonsense", "nonsense"),
        Once.InStrategy("strategy that never returns", "never", "--strategy-minutes", "0.1"),
    ];

    private static IEnumerable<FaultRow> Journals(int kills, int seed)
    {
        if (Disks.Full("full disk") is { } full && Disks.ReadOnly("read-only workspace") is { } readOnly)
        {
            yield return full;
            yield return readOnly;
        }

        yield return DamageRows.Cut("journal cut at every 100th byte");
        yield return DamageRows.Flip("flipped bit in the journal", kills, seed);
        yield return DamageRows.ClockJumps("clock that jumps by days");
        yield return OldJournal.Resume("journal of an older version");
    }

    private static Dictionary<string, object> Row(FaultRow row) => new()
    {
        ["fault"] = row.Fault,
        ["times_injected"] = row.Injected,
        ["lost"] = row.Lost,
        ["duplicated"] = row.Duplicated,
        ["differing"] = row.Differing,
    };
}
