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

    public BenchmarkReport Run(string[] args)
    {
        var isLoopback = args.Contains("--loopback");
        var counts = new ChaosCounts(
            BenchmarkArguments.Number(args, "--kills", 50),
            isLoopback ? 0 : BenchmarkArguments.Number(args, "--partitions", 20),
            BenchmarkArguments.Number(args, "--coordinator-kills", 10));
        var (nodes, seed) = (BenchmarkArguments.Number(args, "--nodes", 4), BenchmarkArguments.Number(args, "--seed", 1));
        var trials = BenchmarkArguments.Number(args, "--trials", 2000);
        using var stop = new Interruption();
        using var hosts = isLoopback ? null : new Hosts(nodes + 1, seed);
        var chaos = new DisturbedCluster(hosts, nodes, trials, new Schedule(nodes, counts, seed), stop.Token);
        return new BenchmarkReport(Name, Summary, [chaos.Run()]);
    }

    private static string Summary =>
        $"A search whose jobs wait {DisturbedCluster.JobMilliseconds} ms, and whose proposals depend on all results before, on nodes with "
        + "mutual TLS and two slots each; the coordinator has no workers. Hosts are network name spaces, and the benchmark itself carries their "
        + $"packets: during every other partition and until the next one it loses {DisturbedCluster.LossPercent} % of them and brings the "
        + $"others {DisturbedCluster.DelayMilliseconds} ms later. Kills go on meanwhile. Finished trials that were lost, trials with two "
        + "results, and parts of the outcome that differ from the same search on one machine.";
}
