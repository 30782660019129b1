using NasEngine.Benchmarks.Emulation;
using NasEngine.Contracts;
using NasEngine.Faults;

namespace NasEngine.Benchmarks.ClusterChaos;

/// <summary>
/// Does everything bad to the machines of a cluster and to the network between them, and compares what the search finds with what it finds
/// on one machine. <c>--kills N</c>, <c>--partitions N</c>, <c>--coordinator-kills N</c> say how much (50, 20, 10), <c>--nodes N</c> on how
/// many (4), <c>--trials N</c> in searches of how many (2000), <c>--seed N</c> when; <c>--loopback</c> does without hosts: kills alone.
/// </summary>
public sealed class ClusterChaosBenchmark : IBenchmark
{
    public string Name => "cluster-chaos";

    public string Summary => "A search on a cluster whose machines are killed and whose network is cut, against one machine.";

    public IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--kills", "kills of nodes", "50"),
        new("--partitions", "cuts of the network", "20"),
        new("--coordinator-kills", "kills of the coordinator", "10"),
        new("--nodes", "nodes", "4"),
        new("--trials", "trials of the search", "2000"),
        new("--seed", "of the moments", "1"),
        new("--loopback", "does without hosts of their own: kills alone") { IsSwitch = true },
    ];

    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var isLoopback = args.Has("--loopback");
        var counts = new ChaosCounts(
            args.Number("--kills"),
            isLoopback ? 0 : args.Number("--partitions"),
            args.Number("--coordinator-kills"));
        var (nodes, seed) = (args.Number("--nodes"), args.Number("--seed"));
        var trials = args.Number("--trials");
        using var stop = new Interruption();
        using var hosts = isLoopback ? null : new Hosts(nodes + 1, seed);
        var chaos = new DisturbedCluster(hosts, nodes, trials, new Schedule(nodes, counts, seed), stop.Token);
        return new BenchmarkReport(Name, Measured, [chaos.Run()]);
    }

    private static string Measured =>
        $"A search whose jobs wait {DisturbedCluster.JobMilliseconds} ms, and whose proposals depend on all results before, on nodes with "
        + "mutual TLS and two slots each; the coordinator has no workers. Hosts are network name spaces, and the benchmark itself carries their "
        + $"packets: during every other partition and until the next one it loses {DisturbedCluster.LossPercent} % of them and brings the "
        + $"others {DisturbedCluster.DelayMilliseconds} ms later. Kills go on meanwhile. Finished trials that were lost, trials with two "
        + "results, and parts of the outcome that differ from the same search on one machine.";
}
