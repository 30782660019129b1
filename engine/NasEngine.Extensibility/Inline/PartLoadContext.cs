using System.Reflection;
using System.Runtime.Loader;

namespace NasEngine.Extensibility.Inline;

/// <summary>Where a part of a recipe lives; it goes when the part is given back.</summary>
/// <param name="libraries">Libraries of the recipe that it uses.</param>
internal sealed class PartLoadContext(IReadOnlyList<(string Name, byte[] Content)> libraries)
    : AssemblyLoadContext("recipe part", isCollectible: true), IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Unload();

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        libraries.FirstOrDefault(library => library.Name == assemblyName.Name) is
        { Content: { } content } ? LoadFromStream(new MemoryStream(content)) : null;
}
