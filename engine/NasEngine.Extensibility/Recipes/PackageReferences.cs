using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NasEngine.Contracts;
using NasEngine.Extensibility.Packages;

namespace NasEngine.Extensibility.Recipes;

/// <summary>
/// The packages that a recipe names by <c>#r "nuget: Name, Version"</c>, and what they need. Those of the recipe's own lines are resolved
/// together, so that what two of them need comes in one version.
/// </summary>
/// <param name="feed">Gets them.</param>
/// <param name="source">The recipe.</param>
internal sealed class PackageReferences(PackageFeed feed, RecipeSource source)
{
    private readonly List<PackageName> _packages = [.. PackageName.In(source.Text).Distinct()];
    private readonly Dictionary<string, PortableExecutableReference> _references = new(StringComparer.Ordinal);
    private bool _resolved;

    /// <summary>Whether a reference names a package.</summary>
    public static bool Is(string reference) => reference.TrimStart().StartsWith(PackageName.Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Resolves those of the recipe's own lines, before it is compiled: what is wrong with them is said in one sentence.</summary>
    /// <exception cref="InputException">One is not to be had.</exception>
    public void Resolve()
    {
        if (_packages.Count > 0)
        {
            Get();
        }
    }

    /// <summary>What a line names; one of a loaded file may be new.</summary>
    /// <exception cref="InputException">It is not to be had.</exception>
    public ImmutableArray<PortableExecutableReference> Of(string reference)
    {
        var package = PackageName.Of(reference.TrimStart()[PackageName.Prefix.Length..]);
        if (!_packages.Contains(package))
        {
            _packages.Add(package);
            _resolved = false;
        }

        Get();
        return [.. _references.Values];
    }

    private void Get()
    {
        if (_resolved)
        {
            return;
        }

        var who = $"Recipe '{RecipePath.Show(source.Path)}'";
        foreach (var path in feed.Assemblies(_packages, Path.GetDirectoryName(source.Path)!, who).Where(path => !OwnAssemblies.Has(path)))
        {
            // One of each name: the runtime of the recipe takes one.
            _references.TryAdd(Path.GetFileName(path), MetadataReference.CreateFromFile(path));
        }

        _resolved = true;
    }
}
