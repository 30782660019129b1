using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Text;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Extensibility.Packages;

namespace NasEngine.Extensibility.Recipes;

/// <summary>Compiles recipes. Makes its own compilations instead of using CSharpScript, whose assemblies never unload.</summary>
internal static class RecipeCompiler
{
    /// <summary>Name of the class that a recipe becomes.</summary>
    public const string ClassName = "Recipe";

    /// <summary>
    /// Name of that class's static method that runs it: takes an array of the globals and an empty place, returns a task.
    /// </summary>
    public const string EntryPoint = "<Factory>";

    // One array for all recipes: fresh references would keep a copy of every assembly's metadata per recipe.
    private static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(file => Path.GetFileName(file) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal)
                    || name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll")
                && !name.EndsWith(".Native.dll", StringComparison.Ordinal))
            .Append(typeof(RecipeGlobals).Assembly.Location)
            .Select(file => MetadataReference.CreateFromFile(file)),
    ]);

    private static readonly string[] Usings =
    [
        "System", "System.Buffers", "System.Collections.Generic", "System.Collections.Immutable", "System.IO", "System.Linq",
        "System.Threading", "System.Threading.Tasks",
        "NasEngine.Contracts", "NasEngine.Contracts.Recipes", typeof(Costs).FullName!,
    ];

    /// <summary>The recipe as an assembly, with what was read for it.</summary>
    /// <exception cref="InputException">
    /// It does not compile, and the message has file, line, column and the line itself; or a package is not to be had.
    /// </exception>
    public static CompiledRecipe Compile(RecipeSource source, PackageFeed feed)
    {
        var packages = PackageReferences.Of(source, feed);
        var read = new ReadFiles(packages);
        var compilation = CSharpCompilation.CreateScriptCompilation(
            "recipe-" + source.Hash,
            CSharpSyntaxTree.ParseText(
                SourceText.From(source.Text, System.Text.Encoding.UTF8),
                CSharpParseOptions.Default.WithKind(SourceCodeKind.Script).WithLanguageVersion(LanguageVersion.Latest),
                source.Path),
            [.. References.Value, .. packages.References],
            Options(Path.GetDirectoryName(source.Path)!, read),
            globalsType: typeof(RecipeGlobals));

        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        return result.Success
            ? new CompiledRecipe(assembly.ToArray(), read.All)
            : throw new InputException(RecipeErrors.Say(result.Diagnostics, compilation) is { Length: > 0 } errors
                ? errors
                : $"Recipe '{RecipePath.Show(source.Path)}' is empty; it must run a search, as in: var result = await "
                    + $"Search(\"name\")….RunAsync();");
    }

    private static CSharpCompilationOptions Options(string folder, ReadFiles read) => new(
        OutputKind.DynamicallyLinkedLibrary,
        scriptClassName: ClassName,
        usings: Usings,
        optimizationLevel: OptimizationLevel.Debug,
        nullableContextOptions: NullableContextOptions.Enable,
        specificDiagnosticOptions: RecipeErrors.Severities,
        sourceReferenceResolver: read.Sources(folder),
        metadataReferenceResolver: read.Libraries(ScriptMetadataResolver.Default.WithBaseDirectory(folder)));
}
