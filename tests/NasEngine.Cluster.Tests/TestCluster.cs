using NasEngine.Cluster.Contents;
using NasEngine.Cluster.Nodes;
using NasEngine.Cluster.Security;
using NasEngine.Contracts;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workers.Protocol;
using NasEngine.Search;

namespace NasEngine.Cluster.Tests;

/// <summary>A coordinator and nodes in this process, on ports of the loopback address, with certificates.</summary>
internal sealed class TestCluster : IAsyncDisposable
{
    public static readonly ClusterVersions Versions = new("1.2.3", "4.5.6") { Hardware = "Ours" };

    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _nodes = [];
    private readonly Dictionary<string, TaskCompletionSource> _awaited = [];

    public TestCluster()
    {
        ClusterCertificates.Create(Path.Combine(Folder, "tls"), 30, TimeProvider.System);
        Coordinator = Started(new ClusterEndpoint("127.0.0.1", 0));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("nas-cluster-").FullName;

    public ClusterTls Tls => ClusterTls.Read(Path.Combine(Folder, "tls"));

    public ClusterCoordinator Coordinator { get; private set; }

    public List<string> Notes { get; } = [];

    /// <summary>Starts a node; it ends with the cluster, or with <paramref name="end"/>.</summary>
    public Task Node(
        string name, Func<IWorkerConnection> create, int slots = 1, ClusterVersions? versions = null, CancellationToken end = default,
        Func<NodeOptions, NodeOptions>? but = null)
    {
        var both = CancellationTokenSource.CreateLinkedTokenSource(end, _end.Token);
        var options = new NodeOptions
        {
            Coordinators = [Coordinator.Endpoint],
            Tls = Tls,
            Versions = versions ?? Versions,
            Name = name,
            Host = "127.0.0.1",
            Slots = slots,
            Cache = Path.Combine(Folder, name),
            Create = create,
            Receive = plugin => (plugin, null),
        };
        var node = ClusterNode.RunAsync(but?.Invoke(options) ?? options, both.Token);
        _nodes.Add(node);
        return node;
    }

    public IWorkerConnection Connect(params OfferedFile[] files) => Coordinator.Connect(_ => files);

    public IWorkerConnection Connect(SearchNodes nodes, params OfferedFile[] files) => Coordinator.Connect(_ => files, nodes);

    /// <summary>Another coordinator comes to the place of the first one, which knew of nothing that was to be ended.</summary>
    public async Task ReplaceAsync(Func<Task> between, string? host = null)
    {
        await Coordinator.DisposeAsync();
        await between();
        Notes.Clear();
        Coordinator = Started(Coordinator.Endpoint with { Host = host ?? Coordinator.Endpoint.Host });
    }

    /// <summary>Waits until something that begins so was said.</summary>
    public Task Until(string note)
    {
        lock (Notes)
        {
            return Notes.Any(said => said.StartsWith(note, StringComparison.Ordinal))
                ? Task.CompletedTask
                : (_awaited[note] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    public Configure Configure(PluginRecord[]? plugins = null, string table = "none") => new(
        WorkerProtocol.Version,
        new TestSpec(table).Record,
        plugins ?? [],
        Path.Combine(Folder, "networks"));

    public static IToWorker Trial(long job, long number, long? parent = null) =>
        new Assign(job, Pipeline.Workers.WorkerRole.Search, false, new CandidateRecord(number, new TrialRecord([0], null, 1, parent)));

    private ClusterCoordinator Started(ClusterEndpoint endpoint) =>
        ClusterCoordinator.Start(endpoint, Tls, Versions, Path.Combine(Folder, "returned"), Note, TimeProvider.System);

    private void Note(string sentence)
    {
        lock (Notes)
        {
            Notes.Add(sentence);
            foreach (var (_, awaited) in _awaited.Where(one => sentence.StartsWith(one.Key, StringComparison.Ordinal)))
            {
                awaited.TrySetResult();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_nodes).ContinueWith(_ => { });
        await Coordinator.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
