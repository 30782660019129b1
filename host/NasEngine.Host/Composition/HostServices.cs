using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Networks;

namespace NasEngine.Host.Composition;

/// <summary>The plugins of this program: its own parts, those of its manifest and those of the user's.</summary>
internal sealed class HostServices
{
    private HostServices(PluginCatalog catalog) => Catalog = catalog;

    public PluginCatalog Catalog { get; }

    /// <summary>Reads the manifests.</summary>
    /// <exception cref="InputException">A manifest cannot be read.</exception>
    public static HostServices Open(IEnumerable<string> manifests) => new(new PluginCatalog(new PluginCatalogOptions
    {
        Manifests = [Path.Combine(Installation.Root, Installation.Manifest), .. manifests],
        CacheFolder = UserFolders.Cache("plugins"),
        BuiltIn = new Dictionary<string, IPlugin> { ["networks"] = new NetworksPlugin() },
        Shared = [typeof(IPlugin).Assembly, typeof(NetworksPlugin).Assembly, typeof(TorchSharp.torch).Assembly],
    }));
}
