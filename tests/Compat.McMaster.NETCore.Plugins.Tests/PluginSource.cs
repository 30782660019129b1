using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Compat.McMaster.NETCore.Plugins.Tests;

/// <summary>Compiles assemblies for the tests.</summary>
internal static class PluginSource
{
    private static readonly MetadataReference[] Framework =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || path == typeof(IGreeter).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path))];

    public static string Compile(string folder, string name, string source, params string[] references)
    {
        var path = Path.Combine(folder, name + ".dll");
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            [.. Framework, .. references.Select(reference => MetadataReference.CreateFromFile(reference))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Directory.CreateDirectory(folder);
        var result = compilation.Emit(path);
        return result.Success ? path : throw new InvalidOperationException(string.Join("\n", result.Diagnostics));
    }

    public static string Library(string folder, string version) =>
        Compile(folder, "Library", $$"""
            [assembly: System.Reflection.AssemblyVersion("{{version}}")]
            public static class Library { public static string Version => "{{version}}"; }
            """);

    /// <summary>A greeter that says what <paramref name="expression"/> gives.</summary>
    public static string Greeter(string folder, string expression, params string[] references) =>
        Compile(folder, "Greeter", $$"""
            public sealed class Greeter : {{typeof(IGreeter).FullName}} { public string Greet() => {{expression}}; }
            """, references);
}
