using System.Reflection;
using System.Runtime.Loader;

namespace NasEngine.Extensibility.Recipes;

/// <summary>Where one run of a recipe lives; all of it goes when the run is over.</summary>
/// <param name="libraries">Paths of the assemblies that it runs with.</param>
/// <param name="natives">Paths of the native libraries that these may load.</param>
internal sealed class RecipeLoadContext(IReadOnlyList<string> libraries, IReadOnlyList<string> natives)
    : AssemblyLoadContext("recipe", isCollectible: true)
{
    private static readonly string[] Prefixes = ["", "lib"], Suffixes = ["", ".so", ".dylib", ".dll"];

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var library = libraries.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == assemblyName.Name);
        return library is null ? null : LoadFromAssemblyPath(library);
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var names = Prefixes.SelectMany(_ => Suffixes, (prefix, suffix) => prefix + unmanagedDllName + suffix);
        var native = names.SelectMany(name => natives.Where(path => Path.GetFileName(path) == name)).FirstOrDefault();
        return native is null ? nint.Zero : LoadUnmanagedDllFromPath(native);
    }
}
