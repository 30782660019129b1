using System.Reflection;
using System.Runtime.Loader;

namespace McMaster.NETCore.Plugins.Loader;

/// <summary>
/// Resolves shared assemblies from the host and everything else from the plugin: by its .deps.json, then by file name beside
/// the main assembly.
/// </summary>
internal sealed class ManagedLoadContext : AssemblyLoadContext
{
    private readonly string folder;
    private readonly AssemblyLoadContext host;
    private readonly bool loadInMemory;
    private readonly SharedAssemblyNames shared;
    private readonly AssemblyDependencyResolver resolver;
    private readonly NativeShadowCopy? shadowCopy;

    public ManagedLoadContext(PluginConfig config, SharedAssemblyNames shared)
        : base(Path.GetFileNameWithoutExtension(config.MainAssemblyPath), config.IsUnloadable)
    {
        folder = Path.GetDirectoryName(config.MainAssemblyPath)!;
        host = config.DefaultContext;
        loadInMemory = config.LoadInMemory;
        this.shared = shared;
        resolver = new AssemblyDependencyResolver(config.MainAssemblyPath);
        if (loadInMemory)
        {
            shadowCopy = new NativeShadowCopy();
            Unloading += _ => shadowCopy.Delete();
        }
    }

    public Assembly LoadAssemblyFromFilePath(string path)
    {
        if (!loadInMemory)
        {
            return LoadFromAssemblyPath(path);
        }

        using var assembly = File.OpenRead(path);
        var symbolsPath = Path.ChangeExtension(path, ".pdb");
        using var symbols = File.Exists(symbolsPath) ? File.OpenRead(symbolsPath) : null;
        return LoadFromStream(assembly, symbols);
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name)
        {
            return null;
        }

        if (shared.Contains(name) && LoadShared(assemblyName) is { } fromHost)
        {
            return fromHost;
        }

        return FindManaged(assemblyName, name) is { } path ? LoadAssemblyFromFilePath(path) : null;
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        if (FindNative(unmanagedDllName) is not { } path)
        {
            return base.LoadUnmanagedDll(unmanagedDllName);
        }

        return LoadUnmanagedDllFromPath(shadowCopy is null ? path : shadowCopy.Of(path));
    }

    private Assembly? LoadShared(AssemblyName name)
    {
        try
        {
            var assembly = host.LoadFromAssemblyName(name);
            shared.OnLoaded(assembly);
            return assembly;
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            // The host does not have it: the plugin's own copy serves.
            return null;
        }
    }

    private string? FindManaged(AssemblyName assemblyName, string name)
    {
        if (resolver.ResolveAssemblyToPath(assemblyName) is { } resolved && File.Exists(resolved))
        {
            return resolved;
        }

        var local = Path.Combine(folder, assemblyName.CultureName ?? "", name + ".dll");
        return File.Exists(local) ? local : null;
    }

    private string? FindNative(string name)
    {
        if (resolver.ResolveUnmanagedDllToPath(name) is { } resolved && File.Exists(resolved))
        {
            return resolved;
        }

        return NativeFileNames.Of(name).Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }
}
