using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Host.Asking;
using NasEngine.Host.Clusters;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workers.Protocol;
using NasEngine.Search;

namespace NasEngine.Host.Composition;

/// <summary>How the command line wants searches to be run.</summary>
internal sealed record LaunchOptions
{
    public int? Workers { get; init; }

    /// <summary>Where nodes join; null where none do.</summary>
    public ClusterLaunch? Cluster { get; init; }

    /// <summary>What this machine is good for.</summary>
    public MachineTags Tags { get; init; } = MachineTags.None;

    public int? ThreadsPerWorker { get; init; }

    /// <summary>Whether workers are in this process; null leaves it to the search: one without data trains nothing, and is.</summary>
    public bool? InProcess { get; init; }

    public TimeSpan? JobTime { get; init; }

    public long? JobMemory { get; init; }

    /// <summary>Failed candidates in a row after which a search is over; null for the default.</summary>
    public int? Failures { get; init; }

    public TimeSpan? CheckpointPeriod { get; init; }

    public TimeSpan? StrategyLimit { get; init; }

    public TimeSpan Silence { get; init; } = WorkerCommand.DefaultSilence;

    public string? Device { get; init; }

    public string? Data { get; init; }

    /// <summary>Files of the search by the places of their options, for those that lie elsewhere than the journal says.</summary>
    public OptionBag Files { get; init; } = OptionBag.Empty;

    /// <summary>Whether plugins whose files are replaced are swapped in running searches.</summary>
    public bool WatchPlugins { get; init; }

    /// <summary>Whether a search may go on with other versions of its plugins than it began with.</summary>
    public bool AcceptPlugins { get; init; }

    public IReadOnlyList<string> Plugins { get; init; } = [];

    /// <summary>What is told of trials that are measured elsewhere.</summary>
    public ToldResults Told { get; init; } = new();

    /// <summary>Whether nothing is said when a search stops: who runs it says so himself.</summary>
    public bool Quiet { get; init; }
}

/// <summary>Makes workers: child processes of this program, or in this process, or on nodes of a cluster.</summary>
/// <param name="options">How searches are run.</param>
/// <param name="catalog">The plugins that are in use.</param>
/// <param name="time">The clock.</param>
/// <param name="nodes">The nodes that have the slots after those of this machine; null where there are none.</param>
internal sealed class WorkerLaunch(LaunchOptions options, PluginCatalog catalog, TimeProvider time, NodeWorkers? nodes = null)
{
    /// <summary>Whether the workers of a search are in this process.</summary>
    public static bool IsInProcess(LaunchOptions options, SearchSpec spec) => options.InProcess ?? spec.Data is null;

    /// <summary>Tells of nodes; null where there are none.</summary>
    public Func<Action<NodeHappened>, IDisposable>? WatchNodes => nodes is null ? null : nodes.Watch;

    /// <summary>A worker on the plugins that are in use.</summary>
    public IWorker Create(SearchSpec spec, int slot) => Create(spec, slot, catalog, catalog.Copies);

    /// <summary>A worker on other versions of plugins.</summary>
    public IWorker Create(SearchSpec spec, int slot, IServices services, IEnumerable<PluginCopy> copies) =>
        AskingPlugin.IsOf(spec) ? new ToldWorker(Own(spec, services, copies), options.Told)
        : nodes is null ? Own(spec, services, copies)
        : spec.Places == WorkPlaces.Anywhere ? At(slot, MachineWork.Inputs, nodes, spec, services, [.. copies])
        : new PlacedWorker(spec.Places, work => At(slot, work, nodes, spec, services, [.. copies]));

    /// <summary>Makes the worker that measures latencies for a search; null where the one that trained does.</summary>
    public Func<SearchSpec, IWorker>? Bench => nodes is not { HasBench: true } there ? null
        : spec => At(0, MachineWork.Latency, there, spec, catalog, [.. catalog.Copies]);

    /// <summary>Slots of nodes that work for somebody; null where there are no nodes.</summary>
    public Func<IReadOnlyDictionary<long, int>>? Busy => nodes is null ? null : () => nodes.Busy;

    private IWorker At(
        int slot, MachineWork work, NodeWorkers there, SearchSpec spec, IServices services, IReadOnlyList<PluginCopy> copies) =>
        there.LeavesHere(work, slot) ? Own(spec, services, copies) : there.Create(spec, services, UsedBy(spec, copies), work);

    /// <summary>Nodes get no plugin that has no say in the search.</summary>
    private IReadOnlyList<PluginCopy> UsedBy(SearchSpec spec, IReadOnlyList<PluginCopy> copies)
    {
        var used = catalog.HashesOf(spec);
        return [.. copies.Where(copy => used.ContainsKey(copy.Id))];
    }

    /// <summary>How a worker process of this program is started.</summary>
    public static WorkerCommand CommandOf(LaunchOptions options)
    {
        var program = Environment.ProcessPath!;
        string[] self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(WorkerLaunch).Assembly.Location] : [];
        return new WorkerCommand(program, [.. self, "worker"])
        {
            Silence = options.Silence,
            JobTime = options.JobTime,
            Memory = options.JobMemory,
        };
    }

    private IWorker Own(SearchSpec spec, IServices services, IEnumerable<PluginCopy> copies) => IsInProcess(options, spec)
        ? new InProcessWorker(spec, services)
        : new ProcessWorker(
            spec, [.. copies.Select(copy => new PluginRecord(copy.Id, copy.Path, copy.Hash))], CommandOf(options), time,
            nodes?.Helpers(spec, services, UsedBy(spec, [.. copies])));
}
