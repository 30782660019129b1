using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NasEngine.Contracts;
using NasEngine.Extensibility.Packages;

namespace NasEngine.Extensibility.Recipes;

/// <summary>
/// The packages that a recipe names by <c>#r "nuget: Name, Version"</c>, in its own lines and in files that it loads, and what they need.
/// They are resolved together, so that what two of them need comes in one version.
/// </summary>
internal sealed partial class PackageReferences
{
    private readonly HashSet<PackageName> _packages = [];
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    private PackageReferences(RecipeSource source) => Read(source.Path, source.Text);

    /// <summary>Paths of their assemblies, of each name one; the program's own are left out.</summary>
    public IReadOnlyList<string> Assemblies { get; private init; } = [];

    /// <summary>Paths of their native libraries for this machine.</summary>
    public IReadOnlyList<string> Natives { get; private init; } = [];

    /// <summary>What the compiler sees of them, in the same order.</summary>
    public IReadOnlyList<PortableExecutableReference> References { get; private init; } = [];

    /// <summary>Gets those of a recipe.</summary>
    /// <exception cref="InputException">One is not to be had.</exception>
    public static PackageReferences Of(RecipeSource source, PackageFeed feed)
    {
        var named = new PackageReferences(source);
        if (named._packages.Count == 0)
        {
            return named;
        }

        var who = $"Recipe '{RecipePath.Show(source.Path)}'";
        var files = feed.Get([.. named._packages], Path.GetDirectoryName(source.Path)!, who);
        string[] assemblies =
        [
            .. files.Assemblies
                .Where(path => !OwnAssemblies.Has(path)).DistinctBy(Path.GetFileName),
        ];
        return new PackageReferences(source)
        {
            Assemblies = assemblies,
            Natives = files.Natives,
            References = [.. assemblies.Select(path => MetadataReference.CreateFromFile(path))],
        };
    }

    /// <summary>Whether a reference names a package.</summary>
    public static bool Is(string reference) => reference.TrimStart().StartsWith(PackageName.Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands for a line: one of all, which the compilation has beside it.</summary>
    /// <exception cref="InputException">It names no package in one version, or one that is not among the lines of the recipe.</exception>
    public PortableExecutableReference Of(string reference)
    {
        var package = PackageName.Of(reference.TrimStart()[PackageName.Prefix.Length..]);
        return _packages.Contains(package) && References is [var any, ..] ? any : throw new InputException(
            $"The package {package} has no assembly for a recipe, or its line is of a file that is not found; write "
            + $"#r \"nuget: {package.Id}, {package.Version}\" into the recipe itself.");
    }

    private void Read(string path, string text)
    {
        if (!_read.Add(path))
        {
            return;
        }

        _packages.UnionWith(PackageName.In(text));
        foreach (Match line in Load().Matches(text))
        {
            var loaded = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, line.Groups["file"].Value));
            if (File.Exists(loaded))
            {
                Read(loaded, File.ReadAllText(loaded)); // What is wrong with it, the compiler says.
            }
        }
    }

    [GeneratedRegex("^\\s*#load\\s+\"(?<file>[^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex Load();
}
