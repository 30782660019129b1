using NasEngine.Benchmarks.Emulation;

namespace NasEngine.Benchmarks.ClusterSteps;

/// <summary>
/// What a helper brings to the steps of a supernet, and from which link on: a host with the supernet and a host that helps, a processor core
/// each. <c>--steps N</c> says how many of a search are measured (12).
/// </summary>
public sealed class ClusterStepsBenchmark : IBenchmark
{
    private static readonly int[] Megabits = [10, 100, 1000];
    private static readonly int[] BatchSizes = [32, 256, 1024];

    public string Name => "cluster-steps";

    public string Summary => "What a helper brings to the steps of a supernet, by the link to it.";

    public IReadOnlyList<BenchmarkOption> Options => [new("--steps", "steps of a search that are measured", "12")];

    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var steps = args.Number("--steps");
        using var stop = new Interruption();
        using var hosts = new Hosts(2, seed: 1);
        using var search = new HelpedSearch(hosts, steps, stop.Token);
        return new BenchmarkReport(Name, Measured, [.. BatchSizes.SelectMany(size => Rows(search, size))]);
    }

    private static IEnumerable<IReadOnlyDictionary<string, object>> Rows(HelpedSearch search, int batchSize)
    {
        var alone = search.Run(batchSize, megabits: 0, helpers: 0);
        yield return Row(batchSize, "", 0, alone, alone);
        foreach (var megabits in Megabits)
        {
            yield return Row(batchSize, megabits, 1, search.Run(batchSize, megabits, helpers: 1), alone);
        }
    }

    private static IReadOnlyDictionary<string, object> Row(int batchSize, object megabits, int helpers, StepCost cost, StepCost alone) =>
        new Dictionary<string, object>
        {
            ["batch"] = batchSize,
            ["helpers"] = helpers,
            ["link, Mbit/s"] = megabits,
            ["s per step"] = Math.Round(cost.Seconds, 3),
            ["MB per step"] = helpers == 0 ? "" : Math.Round(cost.Bytes / 1e6, 2),
            ["times as fast"] = Math.Round(alone.Seconds / cost.Seconds, 2),
        };

    private static string Measured =>
        $"Steps of single-path one-shot over FBNetV2-F (mini) on Fashion-MNIST, {HelpedSearch.Paths} paths each, with mutual TLS: by the "
        + "coordinator's worker alone, and with a helper that does half of the paths. Each has a core of this machine and a thread; the "
        + "benchmark itself carries their packets, so many bits a second both ways together, and takes its time from the same two cores.";
}
