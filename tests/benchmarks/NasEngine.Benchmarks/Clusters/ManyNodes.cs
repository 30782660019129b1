using System.Diagnostics;
using Akka.Actor;
using NasEngine.Cluster;
using NasEngine.Cluster.Contents;
using NasEngine.Cluster.Coordinating;
using NasEngine.Cluster.Messages;
using NasEngine.Contracts;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Workers.Protocol;
using NasEngine.Search;

namespace NasEngine.Benchmarks.Clusters;

/// <summary>Ten thousand nodes that are actors of this process, on one coordinator.</summary>
internal static class ManyNodes
{
    private const int Nodes = 10_000;
    private const int Rounds = 10;

    private static readonly ClusterVersions Versions = new("1", "1");

    /// <summary>A search of no use.</summary>
    public static Configure Configure { get; } = new(
        WorkerProtocol.Version,
        new SearchSpec
        {
            Name = "s",
            Space = "space",
            Strategy = "strategy",
            Estimator = new ComponentSpec("table", OptionBag.Empty),
            Objective = new Objective("accuracy", []),
            Budget = new Budget(1),
        }.ToRecord(),
        [],
        null);

    public static async Task<IReadOnlyList<IReadOnlyDictionary<string, object>>> RowsAsync()
    {
        var system = ActorSystem.Create("many");
        Action<string> note = _ => { };
        var coordinator = system.ActorOf(Props.Create(() => new CoordinatorActor(Versions, 0, note, TimeProvider.System)));
        var heard = new CountdownEvent(Nodes);
        IActorRef[] nodes = [.. Enumerable.Range(0, Nodes).Select(_ => system.ActorOf(Props.Create(() => new SimulatedNode(coordinator, heard))))];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var joining = Time(() => Array.ForEach(nodes, node => node.Tell("join")), heard);
        var kibibytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / Nodes;
        heard.Reset(Nodes * Rounds);
        var beating = Time(() => Enumerable.Range(0, Rounds).ToList().ForEach(_ => Array.ForEach(nodes, node => node.Tell("beat"))), heard);
        var cache = new ContentCache(Path.GetTempPath(), long.MaxValue);
        var link = new CoordinatorLink(system, coordinator);
        await using var links = new CoordinatorLinks(link, () => link, _ => { }, note, TimeProvider.System);
        LeaseConnection[] workers = [.. nodes.Select(_ => new LeaseConnection(links, new ContentShelf(), cache, _ => [], new SearchNodes(false)))];
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(workers.Select(worker => worker.StartAsync(Configure, default)));
        var starting = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return
        [
            ClusterBenchmark.Row("simulated nodes join", Nodes, Nodes, joining, "", "", kibibytes),
            ClusterBenchmark.Row("simulated nodes: beats", Nodes, Nodes * Rounds, beating, "", "", ""),
            ClusterBenchmark.Row("simulated nodes: a lease and its first job for each", Nodes, Nodes, starting, "", "", ""),
        ];
    }

    private static double Time(Action begin, CountdownEvent end)
    {
        var start = Stopwatch.GetTimestamp();
        begin();
        end.Wait();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private sealed class SimulatedNode : ReceiveActor
    {
        public SimulatedNode(IActorRef coordinator, CountdownEvent heard)
        {
            Receive<string>(word => word == "join", _ => coordinator.Tell(
                new Hello(Versions.Engine, Versions.Contracts, WorkerProtocol.Version, Self.Path.Name, 1)));
            Receive<string>(_ => Beat(coordinator));
            Receive<Welcome>(_ => Beat(coordinator));
            Receive<Heard>(_ => heard.Signal());
            Receive<ToSlot>(message => coordinator.Tell(new FromSlot(
                message.Lease, message.Job, RecordBytes.Write<IFromWorker>(new Done(message.Job, RecordBytes.Write(true))), [])));
        }

        private static void Beat(IActorRef coordinator) => coordinator.Tell(new Beat([new SlotRecord(0, 0, [])]));
    }
}
