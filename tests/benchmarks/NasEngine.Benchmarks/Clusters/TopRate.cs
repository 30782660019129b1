using System.Diagnostics;
using NasEngine.Cluster;
using NasEngine.Cluster.Nodes;
using NasEngine.Cluster.Security;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Benchmarks.Clusters;

/// <summary>Jobs that take no time, through one coordinator.</summary>
internal static class TopRate
{
    private const int Nodes = 4;
    private const int Slots = 8;
    private const int JobsPerSlot = 1_000;

    public static async Task<IReadOnlyDictionary<string, object>> RowAsync()
    {
        var folder = Directory.CreateTempSubdirectory("nas-top-").FullName;
        ClusterCertificates.Create(folder, 1, TimeProvider.System);
        var (tls, versions) = (ClusterTls.Read(folder), new ClusterVersions("1", "1"));
        using var end = new CancellationTokenSource();
        await using var coordinator = ClusterCoordinator.Start(
            new ClusterEndpoint("127.0.0.1", 0), tls, versions, Path.Combine(folder, "returned"), _ => { }, TimeProvider.System);
        Task[] nodes = [.. Enumerable.Range(0, Nodes).Select(node => ClusterNode.RunAsync(
            new NodeOptions
            {
                Coordinators = [coordinator.Endpoint],
                Tls = tls,
                Versions = versions,
                Name = $"{node}",
                Host = "127.0.0.1",
                Slots = Slots,
                Cache = Path.Combine(folder, $"{node}"),
                Create = () => new InstantWorker(),
                Receive = plugin => (plugin, null),
            },
            end.Token))];
        IWorkerConnection[] workers = [.. Enumerable.Range(0, Nodes * Slots).Select(_ => coordinator.Connect(_ => []))];
        await Task.WhenAll(workers.Select(worker => worker.StartAsync(ManyNodes.Configure, default)));
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(workers.Select(async worker =>
        {
            for (var job = 0; job < JobsPerSlot; job++)
            {
                await worker.CallAsync(id => new ProfileNetwork(id, [1, 2, 3]), null, default);
            }
        }));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await end.CancelAsync();
        await Task.WhenAll(nodes);
        Directory.Delete(folder, recursive: true);
        return ClusterBenchmark.Row($"highest rate, {Slots} slots a node, TLS", Nodes, Nodes * Slots * JobsPerSlot, seconds, "", "", "");
    }
}
