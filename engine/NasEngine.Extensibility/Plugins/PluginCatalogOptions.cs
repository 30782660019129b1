using System.Reflection;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Plugins;

/// <summary>Where plugins come from.</summary>
public sealed record PluginCatalogOptions
{
    /// <summary>Paths of <c>plugins.json</c> files.</summary>
    public IReadOnlyList<string> Manifests { get; init; } = [];

    /// <summary>Ids of the plugins of the manifests that there are to be; null for all.</summary>
    public IReadOnlySet<string>? Only { get; init; }

    /// <summary>Further plugins, from copies that another process loaded; they are taken as they are or not at all.</summary>
    public IReadOnlyList<PluginCopy> Copies { get; init; } = [];

    /// <summary>Folder of the copies that are loaded; made when it is not there.</summary>
    public required string CacheFolder { get; init; }

    /// <summary>Plugins that are part of the program, by id.</summary>
    public IReadOnlyDictionary<string, IPlugin> BuiltIn { get; init; } = new Dictionary<string, IPlugin>();

    /// <summary>Assemblies of the program that plugins use instead of copies of their own; the contracts always are.</summary>
    public IReadOnlyList<Assembly> Shared { get; init; } = [];
}
