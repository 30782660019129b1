using System.Collections.Concurrent;
using System.Diagnostics;
using NasEngine.Cluster;
using NasEngine.Cluster.Nodes;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Benchmarks.Clusters;

/// <summary>
/// Damaged messages and garbage, over a socket into a coordinator whose nodes work meanwhile: nothing may end, hang or grow by them.
/// <c>--messages N</c> says how many.
/// </summary>
public sealed class FuzzBenchmark : IBenchmark
{
    private const int Batch = 5_000;

    /// <inheritdoc/>
    public string Name => "cluster-fuzz";

    /// <inheritdoc/>
    public string Summary => "Damaged messages and garbage into a coordinator whose node works meanwhile.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options => [new("--messages", "messages", "1000000")];

    /// <inheritdoc/>
    public BenchmarkReport Run(BenchmarkArguments args) => new(
        Name,
        "A peer sends a coordinator whole messages of all kinds with bytes changed, cut off or put in, and garbage, over a socket without "
        + "TLS, as one with a certificate could; a node of two slots works meanwhile. Answered are the node's jobs; lost those that had to "
        + "be given out again, as the damaged messages of a peer may make it a node or end a lease. Growth is that of the managed memory.",
        [RowAsync(args.Number("--messages")).GetAwaiter().GetResult()]);

    private static async Task<IReadOnlyDictionary<string, object>> RowAsync(int messages)
    {
        var folder = Directory.CreateTempSubdirectory("nas-fuzz-").FullName;
        var versions = new ClusterVersions("1", "1");
        using var end = new CancellationTokenSource();
        var notes = new ConcurrentBag<string>();
        await using var coordinator = ClusterCoordinator.Start(
            new ClusterEndpoint("127.0.0.1", 0), null, versions, Path.Combine(folder, "returned"), notes.Add, TimeProvider.System);
        var node = ClusterNode.RunAsync(
            new NodeOptions
            {
                Coordinators = [coordinator.Endpoint],
                Tls = null,
                Versions = versions,
                Name = "works",
                Host = "127.0.0.1",
                Slots = 2,
                Cache = Path.Combine(folder, "works"),
                Create = () => new InstantWorker(),
                Receive = plugin => (plugin, null),
            },
            end.Token);
        var (answered, lost) = (0, 0);
        using var fuzzed = new CancellationTokenSource();
        var works = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!fuzzed.IsCancellationRequested)
            {
                await using var worker = coordinator.Connect(_ => []);
                try
                {
                    await worker.StartAsync(ManyNodes.Configure, fuzzed.Token);
                    while (!fuzzed.IsCancellationRequested)
                    {
                        await worker.CallAsync(id => new ProfileNetwork(id, [1, 2, 3]), null, default);
                        Interlocked.Increment(ref answered);
                    }
                }
                catch (WorkerLost)
                {
                    Interlocked.Increment(ref lost);
                }
                catch (OperationCanceledException)
                {
                    // It is over.
                }
            }
        })).ToArray();
        using var peer = new FuzzedPeer(coordinator.Endpoint, versions);
        await peer.SendAsync(Batch);
        var (before, start) = (GC.GetTotalMemory(forceFullCollection: true), Stopwatch.GetTimestamp());
        for (var sent = 0; sent < messages; sent += Batch)
        {
            await peer.SendAsync(Math.Min(Batch, messages - sent));
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        var during = answered;
        await Task.WhenAny(Task.Run(() => SpinWait.SpinUntil(() => Volatile.Read(ref answered) > during + 100)), Task.Delay(60_000));
        var after = answered - during;
        await fuzzed.CancelAsync();
        await end.CancelAsync();
        await Task.WhenAny(Task.WhenAll([.. works, node]), Task.Delay(30_000));
        return new Dictionary<string, object>
        {
            ["messages"] = messages,
            ["seconds"] = seconds,
            ["messages_per_second"] = messages / seconds,
            ["answered_meanwhile"] = during,
            ["lost_meanwhile"] = lost,
            ["works_afterwards"] = after > 0,
            ["growth_mib"] = growth / 1048576.0,
        };
    }
}
