using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Networks;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Host.Composition;

/// <summary>The plugins of this program: its own parts, those of its manifest and those of the user's.</summary>
internal sealed class HostServices
{
    private HostServices(PluginCatalog catalog) => Catalog = catalog;

    public PluginCatalog Catalog { get; }

    /// <summary>Reads the manifests.</summary>
    /// <exception cref="InputException">A manifest cannot be read.</exception>
    public static HostServices Open(IEnumerable<string> manifests) =>
        Open([Path.Combine(Installation.Root, Installation.Manifest), .. manifests], []);

    /// <summary>The same parts that another process of this program has.</summary>
    public static HostServices Open(IEnumerable<PluginRecord> plugins) =>
        Open([], [.. plugins.Select(plugin => new PluginCopy(plugin.Id, plugin.Path, plugin.Hash))]);

    private static HostServices Open(IReadOnlyList<string> manifests, IReadOnlyList<PluginCopy> copies) => new(new PluginCatalog(new PluginCatalogOptions
    {
        Manifests = manifests,
        Copies = copies,
        CacheFolder = UserFolders.Cache("plugins"),
        BuiltIn = new Dictionary<string, IPlugin> { ["networks"] = new NetworksPlugin() },
        Shared = [typeof(IPlugin).Assembly, typeof(NetworksPlugin).Assembly, typeof(TorchSharp.torch).Assembly],
    }));
}
