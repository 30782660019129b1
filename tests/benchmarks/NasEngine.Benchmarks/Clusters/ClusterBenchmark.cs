namespace NasEngine.Benchmarks.Clusters;

/// <summary>What a search gains from nodes, the most that one coordinator does, and what ten thousand nodes cost it.</summary>
public sealed class ClusterBenchmark : IBenchmark
{
    private static readonly int[] Nodes = [2, 4, 8];

    public string Name => "cluster";

    public string Summary => "What a search gains from nodes, and what ten thousand of them cost a coordinator.";

    public BenchmarkReport Run(BenchmarkArguments args) => new(
        Name,
        $"Nodes are processes on this machine, of one slot each, without TLS; a job waits {NodeSearch.Milliseconds} ms and needs next to no "
        + $"processor; there are {NodeSearch.JobsPerNode} of them for each node. The ratio is that of the rate to the linear one, over the last three quarters of the "
        + "trials, when all nodes have joined and all code is compiled. The highest rate is that of jobs that take no time, "
        + "with nodes in this process over sockets with mutual TLS. Simulated nodes have no sockets: the coordinator alone is measured.",
        [.. Nodes.Select(NodeSearch.Row), TopRate.RowAsync().GetAwaiter().GetResult(), .. ManyNodes.RowsAsync().GetAwaiter().GetResult()]);

    /// <summary>A row.</summary>
    internal static IReadOnlyDictionary<string, object> Row(
        string what, int nodes, int count, double seconds, object linear, object ratio, object kibibytes) => new Dictionary<string, object>
        {
            ["measured"] = what,
            ["nodes"] = nodes,
            ["count"] = count,
            ["seconds"] = seconds,
            ["per_second"] = count / seconds,
            ["linear_per_second"] = linear,
            ["ratio"] = ratio,
            ["kib_per_node"] = kibibytes,
        };
}
