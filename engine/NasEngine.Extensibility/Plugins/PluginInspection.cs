using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Plugins;

/// <summary>What an assembly would bring as a plugin.</summary>
/// <param name="Path">Absolute path of the assembly.</param>
/// <param name="Hash">SHA-256 of its files, hexadecimal.</param>
/// <param name="Parts">Its parts with the words for their kinds.</param>
public sealed record InspectedPlugin(string Path, string Hash, IReadOnlyList<(string Kind, PartDescription Part)> Parts);

/// <summary>Looks at built plugins before a manifest names them.</summary>
/// <param name="cacheFolder">Folder of the copies that plugins are loaded from.</param>
/// <param name="shared">Assemblies of the program that plugins use instead of copies of their own.</param>
public sealed class PluginInspection(string cacheFolder, IReadOnlyList<Assembly> shared)
{
    /// <summary>The assembly of a plugin: a file as it is, of a folder the one assembly that has a class for it.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <exception cref="InputException">There is none, or the folder has several.</exception>
    public static string AssemblyOf(string path)
    {
        if (!Directory.Exists(path))
        {
            return File.Exists(path) ? System.IO.Path.GetFullPath(path) : throw new InputException(
                $"There is no file and no folder '{path}'; give a plugin's DLL, the folder that it was built into, or a package (.nupkg).");
        }

        var all = Directory.GetFiles(System.IO.Path.GetFullPath(path), "*.dll").Order(StringComparer.Ordinal).ToArray();
        return all.Where(HasPlugin).ToArray() switch
        {
            [var one] => one,
            [] => throw new InputException(
                $"The folder '{path}' has no assembly with a class that implements IPlugin; give the folder that the plugin was built "
                + "into."),
            var several => throw new InputException(
                $"The folder '{path}' has several plugins, {string.Join(", ", several.Select(System.IO.Path.GetFileName))}; name one of "
                + "them."),
        };
    }

    /// <summary>Loads it, asks what it offers, and lets it go.</summary>
    /// <param name="assembly">Path of the assembly.</param>
    /// <param name="id">Its name, for messages.</param>
    /// <param name="manifest">The manifest that is to name it, for messages.</param>
    /// <exception cref="InputException">It is none; the message says why.</exception>
    public InspectedPlugin Inspect(string assembly, string id, string manifest) =>
        InspectAsync(assembly, id, manifest, (plugin, _) => Task.FromResult(plugin)).GetAwaiter().GetResult();

    /// <summary>Loads it, does something with what it offers, and lets it go.</summary>
    /// <param name="assembly">Path of the assembly.</param>
    /// <param name="id">Its name, for messages.</param>
    /// <param name="manifest">The manifest that is to name it, for messages.</param>
    /// <param name="use">What is done; the parts are there until its task has ended.</param>
    /// <exception cref="InputException">It is none; the message says why.</exception>
    public async Task<T> InspectAsync<T>(
        string assembly, string id, string manifest, Func<InspectedPlugin, IServices, Task<T>> use)
    {
        var version = new PluginOpener(cacheFolder, shared).Open(new PluginEntry(id, assembly, manifest));
        try
        {
            var plugin = new InspectedPlugin(
                assembly,
                version.Hash,
                [
                    .. version.Parts.Values.Select(part => (PartKind.Name(part.Kind), part.Describe(id)))
                        .OrderBy(part => part.Item1, StringComparer.Ordinal).ThenBy(part => part.Item2.Id, StringComparer.Ordinal),
                ]);
            return await use(plugin, PluginSet.Empty.With(version)).ConfigureAwait(false);
        }
        finally
        {
            version.Retire();
        }
    }

    /// <summary>Whether it has a class that implements the contract, by its metadata: nothing of it is run.</summary>
    private static bool HasPlugin(string path)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            if (!file.HasMetadata)
            {
                return false;
            }

            var reader = file.GetMetadataReader();
            return reader.TypeDefinitions.SelectMany(type => reader.GetTypeDefinition(type).GetInterfaceImplementations())
                .Select(implementation => reader.GetInterfaceImplementation(implementation).Interface)
                .Where(type => type.Kind == HandleKind.TypeReference)
                .Select(type => reader.GetTypeReference((TypeReferenceHandle)type))
                .Any(type => reader.StringComparer.Equals(type.Name, nameof(IPlugin))
                    && reader.StringComparer.Equals(type.Namespace, typeof(IPlugin).Namespace!));
        }
        catch (Exception e) when (e is BadImageFormatException or IOException)
        {
            return false;
        }
    }
}
