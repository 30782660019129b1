using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins.Loader;

namespace NasEngine.Extensibility.Plugins;

/// <summary>
/// The collectible context of a plugin's assemblies. What the shared assemblies are and refer to comes from the program, since it may be
/// in their signatures; all else is the plugin's own, in the version that it brings.
/// </summary>
internal sealed class PluginContext : IDisposable
{
    private readonly AssemblyLoadContext _context;
    private readonly string _path;

    /// <param name="path">Full path of the plugin's assembly.</param>
    /// <param name="shared">Assemblies of the program that it uses.</param>
    public PluginContext(string path, IEnumerable<Assembly> shared)
    {
        // Lazy: the shared ones' references are noted, and what those refer to in turn is not loaded to be noted as well.
        var builder = new AssemblyLoadContextBuilder()
            .SetMainAssemblyPath(path)
            .SetDefaultContext(AssemblyLoadContext.Default)
            .EnableUnloading()
            .IsLazyLoaded(true);
        foreach (var assembly in shared)
        {
            builder.PreferDefaultLoadContextAssembly(assembly.GetName());
        }

        _context = builder.Build();
        _path = path;
    }

    /// <summary>Loads the plugin's assembly.</summary>
    public Assembly Load() => _context.LoadFromAssemblyPath(_path);

    /// <summary>Asks for the assemblies to be unloaded.</summary>
    public void Dispose() => _context.Unload();
}
