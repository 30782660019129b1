using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NasEngine.Contracts;
using NasEngine.Host.Tests.Swaps;

namespace NasEngine.Benchmarks.Swaps;

/// <summary>Builds of FP-NAS's plugin from its sources, in which something may be otherwise.</summary>
internal static class FpNasBuild
{
    private const string Plugin = "NasEngine.Strategies.Probabilistic";

    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Threading; global using System.Threading.Tasks;";

    private static readonly Dictionary<string, string> Sources = Directory
        .GetFiles(Path.Combine(BenchmarkFiles.Root, "plugins", "strategies", Plugin), "*.cs", SearchOption.AllDirectories)
        .ToDictionary(file => file, File.ReadAllText);

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != Plugin)
            .Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Puts a build in the plugin's place.</summary>
    /// <param name="drill">Where the plugin is.</param>
    /// <param name="number">The build's number; each is another assembly.</param>
    /// <param name="text">A text of the sources, which stands in them once.</param>
    /// <param name="instead">What stands there in this build.</param>
    /// <param name="further">Further source.</param>
    public static void Put(SwapDrill drill, long number, string text = "", string instead = "", string further = "")
    {
        var holder = text.Length == 0 ? null : Sources.Single(source => source.Value.Contains(text, StringComparison.Ordinal)).Key;
        var trees = Sources
            .Select(source => source.Key == holder ? source.Value.Replace(text, instead, StringComparison.Ordinal) : source.Value)
            .Append(Usings).Append($"internal static class BuildNumber {{ public const long Value = {number}; }} {further}")
            .Select(source => CSharpSyntaxTree.ParseText(source));
        Emit(drill, CSharpCompilation.Create(Plugin, trees, References, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)));
    }

    /// <summary>Puts a plugin in its place that was built against contracts that are newer than the program's.</summary>
    public static void PutOfNewerContracts(SwapDrill drill)
    {
        var own = typeof(IPlugin).Assembly.GetName();
        var newer = CSharpCompilation.Create(
            own.Name,
            [CSharpSyntaxTree.ParseText($$"""
                [assembly: System.Reflection.AssemblyVersion("{{own.Version!.Major}}.{{own.Version.Minor + 1}}.0.0")]
                namespace NasEngine.Contracts { public interface IPlugin { void Register(IPluginRegistry registry); } public interface IPluginRegistry { } }
                """)],
            References.Where(reference => Path.GetFileNameWithoutExtension(reference.Display) != own.Name),
            new(OutputKind.DynamicallyLinkedLibrary));
        Emit(drill, CSharpCompilation.Create(
            Plugin,
            [CSharpSyntaxTree.ParseText(
                "public sealed class ThePlugin : NasEngine.Contracts.IPlugin { public void Register(NasEngine.Contracts.IPluginRegistry registry) { } }")],
            [.. References.Where(reference => Path.GetFileNameWithoutExtension(reference.Display) != own.Name), newer.ToMetadataReference()],
            new(OutputKind.DynamicallyLinkedLibrary)));
    }

    /// <summary>A build beside, which then takes the place: what is loaded is never written over.</summary>
    private static void Emit(SwapDrill drill, CSharpCompilation compilation)
    {
        var aside = drill.Folder.Of("aside.dll");
        var result = compilation.Emit(aside);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error)));
        }

        File.Move(aside, drill.Dll(Plugin), overwrite: true);
    }
}
