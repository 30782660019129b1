using NasEngine.Cluster;
using NasEngine.Cluster.Contents;
using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers.Helping;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workers.Protocol;
using NasEngine.Search;

namespace NasEngine.Host.Clusters;

/// <summary>The workers of a search that are on nodes: those of the slots after this machine's own.</summary>
/// <param name="coordinator">Has the nodes.</param>
/// <param name="search">The search.</param>
/// <param name="places">Which of its work may be done where.</param>
/// <param name="first">The first slot that is theirs.</param>
/// <param name="helpers">How many help with a supernet's steps.</param>
/// <param name="time">The clock.</param>
internal sealed class NodeWorkers(
    ClusterCoordinator coordinator, SearchSpec search, SearchPlaces places, int first, int helpers, TimeProvider time)
{
    private readonly Dictionary<MachineWork, SearchNodes> _nodes = Enum.GetValues<MachineWork>().ToDictionary(
        work => work,
        work => new SearchNodes(hasOthers: first > 0 && places.IsHere(work))
        {
            Work = $"{PlacesText.Plural(work)} of search '{search.Name}'",
            Wanted = search.Places.Of(work),
            Spared = places.SparedFrom(work),
        });

    /// <summary>Slots of nodes that work for somebody, by the number of the node.</summary>
    public IReadOnlyDictionary<long, int> Busy => coordinator.Busy;

    /// <summary>Tells of nodes, until what is returned is disposed of.</summary>
    public IDisposable Watch(Action<NodeHappened> told) => coordinator.Watch(told);

    /// <summary>Whether latencies are measured by a worker of their own.</summary>
    public bool HasBench => places.HasBench;

    /// <summary>Whether the worker of a slot does work of a kind on this machine.</summary>
    public bool LeavesHere(MachineWork work, int slot) => slot < first && places.IsHere(work);

    /// <summary>Those that help the worker of this machine with the steps of a supernet; null where none shall.</summary>
    public StepHelpers? Helpers(SearchSpec spec, IServices services, IReadOnlyList<PluginCopy> copies) => helpers == 0
        ? null
        : new StepHelpers(helpers, () => Create(spec, services, copies, MachineWork.Steps), Console.Error.WriteLine, time);

    /// <summary>One, which waits until a node has room.</summary>
    public IHelpingWorker Create(
        SearchSpec spec, IServices services, IReadOnlyList<PluginCopy> copies, MachineWork work) => new ProcessWorker(
        spec,
        [.. copies.Select(copy => new PluginRecord(copy.Id, copy.Path, copy.Hash))],
        coordinator.Connect(_ => PluginFiles(copies).Concat(InputFiles(spec, services)).Concat(DataFiles(spec, services)), _nodes[work]));

    internal static IEnumerable<OfferedFile> PluginFiles(IReadOnlyList<PluginCopy> copies) =>
        from copy in copies
        from file in PluginTransfer.FilesOf(copy)
        select new OfferedFile(
            ContentPlaces.OfPlugin(copy.Id, file), Path.Combine(Path.GetDirectoryName(copy.Path)!, file));

    internal static IEnumerable<OfferedFile> InputFiles(SearchSpec spec, IServices services) =>
        SearchFiles.Of(spec, services).Values.Where(file => File.Exists(file.Path))
            .Select(file => new OfferedFile(ContentPlaces.OfFile(file.Path), file.Path));

    /// <summary>The files of data that lie in a folder, which an option names or is known by itself.</summary>
    private static IEnumerable<OfferedFile> DataFiles(SearchSpec spec, IServices services)
    {
        if (spec.Data is not { } data)
        {
            return [];
        }

        var folder = data.Options.Values.GetValueOrDefault(IDataset.FolderOption) ?? services.Describe<IDataset>()
            .FirstOrDefault(part => part.Id == data.Id)?.Options
            .FirstOrDefault(option => option.Name.Equals(IDataset.FolderOption, StringComparison.OrdinalIgnoreCase))?.Default;
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => new OfferedFile(ContentPlaces.OfData(Path.GetRelativePath(folder, path)), path))
            : [];
    }
}
