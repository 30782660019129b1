using System.Reflection;
using System.Runtime.Loader;
using NasEngine.Contracts;
using NasEngine.Extensibility.Inline;

namespace NasEngine.Extensibility.Plugins;

/// <summary>Brings plugins into memory, each version in a collectible context of its own.</summary>
/// <param name="cache">Folder of the copies that are loaded.</param>
/// <param name="shared">Assemblies of the program that plugins use instead of copies of their own.</param>
internal sealed class PluginOpener(string cache, IReadOnlyList<Assembly> shared)
{
    private readonly PluginStore _store = new(cache);

    /// <summary>Loads what the files hold now.</summary>
    /// <exception cref="InputException">They hold no plugin; the message says why.</exception>
    public PluginVersion Open(PluginEntry entry)
    {
        if (PartFile.Is(entry.Path))
        {
            return PartOpener.Open(entry);
        }

        var (copy, hold) = entry.Hash is { } hash ? Held(new PluginCopy(entry.Id, entry.Path, hash)) : Copied(entry);
        var plugin = new PluginContext(copy.Path, shared.Append(typeof(IPlugin).Assembly));
        var loaded = new LoadedPlugin(plugin, hold);
        try
        {
            var assembly = plugin.Load();
            if (ContractCheck.Refusal(assembly) is { } refusal)
            {
                throw new RefusedException(refusal);
            }

            var context = new WeakReference(AssemblyLoadContext.GetLoadContext(assembly));
            return new PluginVersion(entry, copy, loaded, context, Register(assembly));
        }
        catch (Exception e)
        {
            loaded.Dispose();
            throw e switch
            {
                RefusedException => Refused(entry, e.Message),
                BadImageFormatException => Refused(entry, "is not a .NET assembly; give the path of a plugin's DLL", e),
                _ => Refused(entry, $"cannot be loaded: {Clause.Of(e.Message)}", e),
            };
        }
    }

    private static PartCollector Register(Assembly assembly)
    {
        var found = assembly.GetExportedTypes()
            .Where(type => type.IsAssignableTo(typeof(IPlugin)) && type is { IsAbstract: false, IsGenericType: false })
            .ToArray();
        if (found is not [var plugin] || plugin.GetConstructor(Type.EmptyTypes) is null)
        {
            var there = found.Length == 0 ? "none" : string.Join(", ", found.Select(type => type.Name));
            throw new RefusedException(
                $"must have one public class that implements IPlugin, with a constructor without parameters; it has {there}");
        }

        var collector = new PartCollector();
        ((IPlugin)Activator.CreateInstance(plugin)!).Register(collector);
        return collector;
    }

    private (PluginCopy Copy, IDisposable Hold) Copied(PluginEntry entry)
    {
        if (!File.Exists(entry.Path))
        {
            throw Refused(entry, "is not there; build the plugin or correct its path");
        }

        try
        {
            return _store.Take(entry.Id, PluginFiles.Read(entry.Path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Plugin '{entry.Id}' cannot be copied to '{cache}', from where it is loaded: {e.Message}", e);
        }
    }

    private static (PluginCopy Copy, IDisposable Hold) Held(PluginCopy copy) => PluginStore.Hold(copy) is { } hold
        ? (copy, hold)
        : throw new InputException(
            $"The copy of plugin '{copy.Id}' that the search runs on, '{copy.Path}', is gone or was altered (SHA-256 was {copy.Hash}); go "
            + $"on with the search to make it anew.");

    private static InputException Refused(PluginEntry entry, string why, Exception? inner = null)
    {
        var message = $"Plugin '{entry.Id}' of '{entry.Manifest}': '{entry.Path}' {why}.";
        return inner is null ? new InputException(message) : new InputException(message, inner);
    }

    private sealed class RefusedException(string why) : Exception(why);
}
