using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins.Internal;
using McMaster.NETCore.Plugins.Loader;

namespace McMaster.NETCore.Plugins;

/// <summary>Loads a plugin and its private dependencies into a load context of its own.</summary>
public partial class PluginLoader : IDisposable
{
    private readonly PluginConfig config;
    private readonly SharedAssemblyNames shared;
    private readonly ReloadTrigger? trigger;
    private ManagedLoadContext context;
    private volatile bool disposed;

    public PluginLoader(PluginConfig config)
    {
        this.config = config ?? throw new ArgumentNullException(nameof(config));
        shared = SharedAssemblyNames.Of(config);
        context = new ManagedLoadContext(config, shared);
        if (config.EnableHotReload)
        {
            trigger = new ReloadTrigger(config.MainAssemblyPath, config.ReloadDelay, Reload);
        }
    }

    public event PluginReloadedEventHandler? Reloaded;

    public bool IsUnloadable => context.IsCollectible;

    public AssemblyLoadContext LoadContext => context;

    /// <summary>Unloads what was loaded and starts afresh from the files.</summary>
    /// <exception cref="InvalidOperationException">The plugin is not unloadable.</exception>
    public void Reload()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!IsUnloadable)
        {
            throw new InvalidOperationException("Reload cannot be used because IsUnloadable is false");
        }

        context.Unload();
        context = new ManagedLoadContext(config, shared);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Reloaded?.Invoke(this, new PluginReloadedEventArgs(this));
    }

    public Assembly LoadDefaultAssembly()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return context.LoadAssemblyFromFilePath(config.MainAssemblyPath);
    }

    public Assembly LoadAssembly(AssemblyName assemblyName)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return context.LoadFromAssemblyName(assemblyName);
    }

    public Assembly LoadAssembly(string assemblyName)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return LoadAssembly(new AssemblyName(assemblyName));
    }

    public Assembly LoadAssemblyFromPath(string assemblyPath) => context.LoadAssemblyFromFilePath(assemblyPath);

    public AssemblyLoadContext.ContextualReflectionScope EnterContextualReflection() => context.EnterContextualReflection();

    /// <summary>Asks for the plugin to be unloaded, if it is unloadable.</summary>
    public void Dispose()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        trigger?.Dispose();
        if (context.IsCollectible)
        {
            context.Unload();
        }

        GC.SuppressFinalize(this);
    }
}
