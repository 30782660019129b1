using System.Reflection;
using NasEngine.Contracts;
using NasEngine.Datasets;
using NasEngine.Extensibility.Plugins;
using NasEngine.Host.Asking;
using NasEngine.Networks;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Host.Composition;

/// <summary>The plugins of this program: its own parts, those of its manifest and those of the user's.</summary>
internal sealed class HostServices
{
    /// <summary>Assemblies of the program that plugins use instead of copies of their own.</summary>
    internal static readonly Assembly[] Shared =
        [typeof(IPlugin).Assembly, typeof(NetworksPlugin).Assembly, typeof(TorchSharp.torch).Assembly];

    private HostServices(PluginCatalog catalog) => Catalog = catalog;

    public PluginCatalog Catalog { get; }

    /// <summary>Looks at plugins that no manifest names yet, as searches would load them.</summary>
    public static PluginInspection Inspection => new(UserFolders.Cache("plugins"), Shared);

    /// <summary>Reads the manifests.</summary>
    /// <exception cref="InputException">A manifest cannot be read.</exception>
    public static HostServices Open(IEnumerable<string> manifests) => Open(All(manifests), []);

    /// <summary>
    /// Reads the manifests, and of the plugins takes those alone that a search ran on: all that its parts need, soon loaded.
    /// </summary>
    /// <exception cref="InputException">A manifest cannot be read.</exception>
    public static HostServices OpenFor(SearchHeader search, IEnumerable<string> manifests) =>
        Open(All(manifests), [], new HashSet<string>(search.Origin.PluginHashes.Keys));

    /// <summary>The same parts that another process of this program has.</summary>
    public static HostServices Open(IEnumerable<PluginRecord> plugins) =>
        Open([], [.. plugins.Select(plugin => new PluginCopy(plugin.Id, plugin.Path, plugin.Hash))]);

    /// <summary>Looks for the plugins that a search of the journal ran on, before an unknown part would be blamed on its author.</summary>
    /// <exception cref="InputException">One is not named by any manifest, or a part of its recipe is not in its workspace.</exception>
    public void MustHave(string workspace, SearchHeader search)
    {
        RecipeParts.Include(workspace, search, Catalog);
        var missing = search.Origin.PluginHashes.Keys.Except(Catalog.Plugins.Select(plugin => plugin.Id)).Order(
            StringComparer.Ordinal).FirstOrDefault();
        if (missing is not null)
        {
            throw new InputException(
                $"Search '{search.Spec.Name}' ran on plugin '{missing}', which no manifest here names; give its manifest: --plugins FILE.");
        }
    }

    private static IReadOnlyList<string> All(IEnumerable<string> manifests) =>
        [Path.Combine(Installation.Root, Installation.Manifest), .. manifests];

    private static HostServices Open(
        IReadOnlyList<string> manifests, IReadOnlyList<PluginCopy> copies, IReadOnlySet<string>? only = null) => new(new PluginCatalog(new()
    {
        Manifests = manifests,
        Only = only,
        Copies = copies,
        CacheFolder = UserFolders.Cache("plugins"),
        BuiltIn = new Dictionary<string, IPlugin>
        {
            ["networks"] = new NetworksPlugin(),
            ["asking"] = new AskingPlugin(),
            ["datasets"] = new DatasetsPlugin(() => UserFolders.Cache("data")),
        },
        Shared = Shared,
    }));
}
