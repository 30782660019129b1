using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NasEngine.Extensibility.Recipes;

/// <summary>
/// What the compiler reads for one recipe: it alone knows which of a recipe's lines are directives, and where they point.
/// </summary>
internal sealed class ReadFiles
{
    private readonly PackageReferences _packages;
    private readonly Dictionary<string, RecipeFile> _read = new(StringComparer.Ordinal);

    /// <summary>Of a recipe that names packages.</summary>
    public ReadFiles(PackageReferences packages)
    {
        _packages = packages;
        foreach (var assembly in packages.Assemblies)
        {
            Use(assembly);
        }

        foreach (var native in packages.Natives)
        {
            Add(native, RecipeFileUse.Native);
        }
    }

    /// <summary>All it read so far.</summary>
    public IReadOnlyList<RecipeFile> All => [.. _read.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>Resolves <c>#load</c> for a recipe of this folder.</summary>
    public SourceReferenceResolver Sources(string folder) => new SourceFiles(new SourceFileResolver([], folder), this);

    /// <summary>Resolves <c>#r</c> for a recipe of this folder.</summary>
    public MetadataReferenceResolver Libraries(MetadataReferenceResolver inner) => new LibraryFiles(inner, this);

    private byte[] Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        _read[path] = new RecipeFile(path, RecipeFile.HashOf(bytes), RecipeFileUse.Read);
        return bytes;
    }

    private void Use(string? library)
    {
        if (library is not null && !OwnAssemblies.IsOfRuntime(library))
        {
            // What the program has itself is loaded once for all: its types are those of the engine.
            Add(library, OwnAssemblies.Of(library) == library ? RecipeFileUse.Read : RecipeFileUse.Library);
        }
    }

    private void Add(string path, RecipeFileUse use) =>
        _read[path] = new RecipeFile(path, RecipeFile.HashOf(File.ReadAllBytes(path)), use);

    private sealed class SourceFiles(SourceFileResolver inner, ReadFiles files) : SourceReferenceResolver
    {
        public override string? NormalizePath(string path, string? baseFilePath) => inner.NormalizePath(path, baseFilePath);

        public override string? ResolveReference(string path, string? baseFilePath) => inner.ResolveReference(path, baseFilePath);

        public override Stream OpenRead(string resolvedPath) => new MemoryStream(files.Read(resolvedPath));

        public override SourceText ReadText(string resolvedPath) =>
            SourceText.From(RecipeText.Decode(files.Read(resolvedPath), RecipePath.Show(resolvedPath)), Encoding.UTF8);

        public override bool Equals(object? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => inner.GetHashCode();
    }

    private sealed class LibraryFiles(MetadataReferenceResolver inner, ReadFiles files) : MetadataReferenceResolver
    {
        public override ImmutableArray<PortableExecutableReference> ResolveReference(
            string reference, string? baseFilePath, MetadataReferenceProperties properties)
        {
            var found = PackageReferences.Is(reference) ? [files._packages.Of(reference)]
                : OwnAssemblies.Of(reference) is { } own ? [OwnAssemblies.Reference(own)]
                : inner.ResolveReference(reference, baseFilePath, properties);
            foreach (var library in found)
            {
                files.Use(library.FilePath);
            }

            return found;
        }

        public override bool Equals(object? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => inner.GetHashCode();
    }
}
