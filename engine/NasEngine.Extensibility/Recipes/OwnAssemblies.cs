using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Recipes;

/// <summary>
/// Assemblies that a recipe has together with the program: those of the runtime, the engine's, and TorchSharp, of which a process may
/// have one alone. A recipe names the latter as <c>#r "NasEngine.Networks"</c> and <c>#r "TorchSharp"</c>.
/// </summary>
public static class OwnAssemblies
{
    private const string Engine = "NasEngine.";
    private const string Torch = "TorchSharp";
    private const string Extension = ".dll";

    private static readonly ConcurrentDictionary<string, PortableExecutableReference> References = new(StringComparer.Ordinal);

    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly string Program = Path.GetDirectoryName(typeof(IPlugin).Assembly.Location)!;

    /// <summary>Whether an assembly of this file's name is the program's or the runtime's.</summary>
    public static bool Has(string path) => Path.GetFileName(path) is var file
        && (IsShared(Path.GetFileNameWithoutExtension(file)) || File.Exists(Path.Combine(Framework, file)));

    /// <summary>Whether an assembly, or a package, of this name is the program's own.</summary>
    public static bool IsShared(string name) => name == Torch || name.StartsWith(Engine, StringComparison.Ordinal);

    /// <summary>The file of an assembly of the program that a recipe names; null when it names none.</summary>
    internal static string? Of(string reference)
    {
        var name = Path.GetFileName(reference);
        name = name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? name[..^Extension.Length] : name;
        return IsShared(name) && Path.Combine(Program, name + Extension) is var file && File.Exists(file) ? file : null;
    }

    /// <summary>What the compiler sees of such a file; one for all recipes.</summary>
    internal static PortableExecutableReference Reference(string file) =>
        References.GetOrAdd(file, path => MetadataReference.CreateFromFile(path));

    /// <summary>Whether a file is one of the runtime's own.</summary>
    internal static bool IsOfRuntime(string path) => Path.GetDirectoryName(path) == Framework;
}
