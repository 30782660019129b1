using System.Reflection;
using System.Runtime.Loader;

namespace McMaster.NETCore.Plugins;

/// <summary>What to load and how; hot reload implies unloading and loading in memory.</summary>
public class PluginConfig
{
    private bool isUnloadable;
    private bool loadInMemory;

    public PluginConfig(string mainAssemblyPath)
    {
        if (string.IsNullOrEmpty(mainAssemblyPath))
        {
            throw new ArgumentException("Value must be null or not empty", nameof(mainAssemblyPath));
        }

        if (!Path.IsPathRooted(mainAssemblyPath))
        {
            throw new ArgumentException("Value must be an absolute file path", nameof(mainAssemblyPath));
        }

        MainAssemblyPath = mainAssemblyPath;
    }

    public string MainAssemblyPath { get; }

    public ICollection<AssemblyName> PrivateAssemblies { get; protected set; } = [];

    public ICollection<AssemblyName> SharedAssemblies { get; protected set; } = [];

    public bool PreferSharedTypes { get; set; }

    public bool IsLazyLoaded { get; set; }

    public AssemblyLoadContext DefaultContext { get; set; } =
        AssemblyLoadContext.GetLoadContext(Assembly.GetExecutingAssembly()) ?? AssemblyLoadContext.Default;

    public bool IsUnloadable
    {
        get => isUnloadable || EnableHotReload;
        set => isUnloadable = value;
    }

    public bool LoadInMemory
    {
        get => loadInMemory || EnableHotReload;
        set => loadInMemory = value;
    }

    public bool EnableHotReload { get; set; }

    public TimeSpan ReloadDelay { get; set; } = TimeSpan.FromMilliseconds(200);
}
