using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Extensibility.Tests.Plugins;

/// <summary>The plugin that docs/plugins.md writes is compiled as it stands there, and its own conformance tests are run.</summary>
public sealed partial class PluginGuideTests
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading.Tasks;";

    private static readonly Lazy<Assembly> Guide = new(() =>
    {
        var blocks = CSharpBlock().Matches(File.ReadAllText(Repository.Path("docs", "plugins.md"))).Select(block => block.Groups[1].Value);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        using var assembly = new MemoryStream();
        CSharpCompilation.Create(
                "Mine",
                blocks.Prepend(ImplicitUsings).Select(block => CSharpSyntaxTree.ParseText(block)),
                references,
                new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error,
                    specificDiagnosticOptions: [KeyValuePair.Create("CS1701", ReportDiagnostic.Suppress)]))
            .Emit(assembly).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        return Assembly.Load(assembly.ToArray());
    });

    public static IEnumerable<object[]> Facts =>
        from type in Guide.Value.GetExportedTypes()
        where new[] { typeof(StrategyConformance), typeof(SpaceConformance), typeof(ObjectiveConformance) }.Any(kit => kit.IsAssignableFrom(type))
        from method in type.GetMethods()
        where method.GetCustomAttribute<FactAttribute>() is not null && method.GetParameters().Length == 0
        select new object[] { type.Name, method.Name };

    [Theory]
    [MemberData(nameof(Facts))]
    public void The_guides_plugin_passes(string tests, string fact)
    {
        var type = Guide.Value.GetType(tests)!;
        try
        {
            type.GetMethod(fact)!.Invoke(Activator.CreateInstance(type), null);
        }
        catch (TargetInvocationException failure)
        {
            ExceptionDispatchInfo.Throw(failure.InnerException!);
        }
    }

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
