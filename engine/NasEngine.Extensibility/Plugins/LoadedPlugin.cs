using McMaster.NETCore.Plugins;

namespace NasEngine.Extensibility.Plugins;

/// <summary>What keeps a version of a plugin in memory and its copy on disk.</summary>
internal sealed class LoadedPlugin(PluginLoader loader, IDisposable hold) : IDisposable
{
    /// <summary>Asks for the assemblies to be unloaded and lets the copy go.</summary>
    public void Dispose()
    {
        loader.Dispose();
        hold.Dispose();
    }
}
