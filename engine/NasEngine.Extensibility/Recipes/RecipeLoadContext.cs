using System.Reflection;
using System.Runtime.Loader;

namespace NasEngine.Extensibility.Recipes;

/// <summary>Where one run of a recipe lives; all of it goes when the run is over.</summary>
internal sealed class RecipeLoadContext(IReadOnlyList<string> libraries) : AssemblyLoadContext("recipe", isCollectible: true)
{
    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var library = libraries.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == assemblyName.Name);
        return library is null ? null : LoadFromAssemblyPath(library);
    }
}
