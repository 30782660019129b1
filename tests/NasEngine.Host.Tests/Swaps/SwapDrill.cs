using System.Runtime.Loader;
using NasEngine.Contracts;
using NasEngine.Datasets;
using NasEngine.Extensibility.Plugins;
using NasEngine.Host.Composition;
using NasEngine.Host.Swaps;
using NasEngine.Host.Tests.Programs;
using NasEngine.Networks;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Host.Tests.Swaps;

/// <summary>Searches whose coordinator is this process, on built plugins that lie where they can be replaced while a search runs.</summary>
internal sealed class SwapDrill : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly SwapRequests _requests = new();
    private readonly List<SwapAnswer?> _answers = [];
    private Task<SwapAnswer?>? _asked;

    /// <summary>Copies plugins, named as their projects are, into a folder.</summary>
    public SwapDrill(params string[] plugins)
    {
        Plugins = plugins;
        foreach (var name in plugins)
        {
            Directory.CreateDirectory(Folder.Of(name));
            foreach (var file in Directory.GetFiles(Repository.Built(name)))
            {
                File.Copy(file, Folder.Of($"{name}/{Path.GetFileName(file)}"));
            }
        }
    }

    public TempFolder Folder { get; } = new();

    public IReadOnlyList<string> Plugins { get; }

    /// <summary>How searches are run.</summary>
    public RunSettings Settings { get; init; } = new();

    /// <summary>Whether workers are in this process.</summary>
    public bool InProcess { get; init; } = true;

    /// <summary>What came of the swaps that were asked for and waited for.</summary>
    public IReadOnlyList<SwapAnswer?> Answers => _answers;

    /// <summary>Assemblies of the plugins that are loaded apart, in versions that are in use or not.</summary>
    public int Loaded => AppDomain.CurrentDomain.GetAssemblies().Count(assembly =>
        Plugins.Contains(assembly.GetName().Name) && AssemblyLoadContext.GetLoadContext(assembly) != AssemblyLoadContext.Default);

    /// <summary>The DLL of a plugin.</summary>
    public string Dll(string plugin) => Folder.Of($"{plugin}/{plugin}.dll");

    /// <summary>Makes a plugin another version, which does what it does.</summary>
    public void Change(string plugin, long version) => File.WriteAllText(Folder.Of($"{plugin}/notes.json"), $"{version}");

    /// <summary>Asks the running search to swap a plugin; the one asked for before is waited for.</summary>
    public void Ask(string plugin)
    {
        Await();
        _asked = _requests.AskAsync(plugin);
    }

    /// <summary>Waits for the swap that was asked for, if one was.</summary>
    public void Await()
    {
        if (_asked is { } asked)
        {
            _answers.Add(asked.WaitAsync(Patience).GetAwaiter().GetResult());
            _asked = null;
        }
    }

    /// <summary>Runs a search and returns what it found, a line for each candidate and one for its distribution.</summary>
    /// <param name="spec">The search.</param>
    /// <param name="before">Told the number of each candidate before it is trained.</param>
    public async Task<string[]> RunAsync(SearchSpec spec, Action<long> before)
    {
        var catalog = Catalog();
        var workers = new WorkerLaunch(new LaunchOptions { InProcess = InProcess }, catalog, TimeProvider.System);
        await using var first = await FirstWorker.StartAsync(
            (one, slot) => new GatedWorker(workers.Create(one, slot), before), spec, MachineWork.Trials, Folder.Path, Settings, TimeProvider.System, CancellationToken.None);
        var runner = new SearchRunner(
            Folder.Path, first.Create, Settings, NoObserver.Instance, TimeProvider.System,
            new GatedPlugins(new CatalogPlugins(catalog, workers, first), before), _requests);
        await runner.RunAsync(
            PreparedSearch.From(spec, catalog), new SearchOrigin("test", "cpu", first.Ready.Inputs.Data, new(catalog.HashesOf(spec)), null), CancellationToken.None);
        return Story(spec.Name);
    }

    public void Dispose() => Folder.Dispose();

    private PluginCatalog Catalog() => new(new PluginCatalogOptions
    {
        Manifests = [Folder.Write(
            "plugins.json", $$"""{"plugins": [{{string.Join(", ", Plugins.Select(one => $$"""{"id": "{{one}}", "path": "{{one}}/{{one}}.dll"}"""))}}]}""")],
        CacheFolder = Folder.Of("cache"),
        BuiltIn = new Dictionary<string, IPlugin>
        {
            ["networks"] = new NetworksPlugin(),
            ["datasets"] = new DatasetsPlugin(() => Folder.Of("data")),
        },
        Shared = HostServices.Shared,
    });

    private string[] Story(string name)
    {
        using var journal = SearchJournal.OpenToRead(Folder.Path)!;
        var history = SearchHistory.Read(journal, journal.Find(name)!);
        return
        [
            .. history.Candidates.Select(entry =>
                $"{entry.Candidate.Number} {string.Join(' ', entry.Candidate.Work.Architectures)} {Figures(entry.Measurement!.Metrics)} {Figures(entry.Status)}"),
            string.Join(' ', history.Alphas.Select(pair => $"{pair.Key}={string.Join('/', pair.Value.Select(value => $"{value:R}"))}")),
        ];
    }

    private static string Figures(IEnumerable<KeyValuePair<string, double>> figures) =>
        string.Join(' ', figures.Select(one => $"{one.Key}={one.Value:R}"));
}
