using System.Reflection;
using System.Runtime.Loader;

namespace McMaster.NETCore.Plugins.Loader;

/// <summary>
/// The simple names of assemblies that come from the host: those asked for and all that they reference, so that a shared type
/// never shows a private one. Lazy loading takes the references up only as the shared assemblies are met.
/// </summary>
internal sealed class SharedAssemblyNames
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> privateNames;
    private readonly bool all;
    private readonly bool lazy;

    private SharedAssemblyNames(PluginConfig config)
    {
        privateNames = config.PrivateAssemblies.Select(name => name.Name).OfType<string>().ToHashSet(StringComparer.Ordinal);
        all = config.PreferSharedTypes;
        lazy = config.IsLazyLoaded;
    }

    public static SharedAssemblyNames Of(PluginConfig config)
    {
        var shared = new SharedAssemblyNames(config);
        foreach (var name in config.SharedAssemblies)
        {
            shared.Add(name, config.DefaultContext);
        }

        return shared;
    }

    public bool Contains(string name)
    {
        lock (names)
        {
            return (all || names.Contains(name)) && !privateNames.Contains(name);
        }
    }

    /// <summary>Tells that a shared assembly was loaded.</summary>
    public void OnLoaded(Assembly assembly)
    {
        if (!lazy)
        {
            return;
        }

        lock (names)
        {
            names.UnionWith(assembly.GetReferencedAssemblies().Select(name => name.Name).OfType<string>());
        }
    }

    private void Add(AssemblyName first, AssemblyLoadContext host)
    {
        var waiting = new Queue<AssemblyName>([first]);
        while (waiting.TryDequeue(out var name))
        {
            if (name.Name is null || !names.Add(name.Name))
            {
                continue;
            }

            var assembly = host.LoadFromAssemblyName(name);
            if (lazy)
            {
                OnLoaded(assembly);
                return;
            }

            foreach (var reference in assembly.GetReferencedAssemblies())
            {
                waiting.Enqueue(reference);
            }
        }
    }
}
