using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NasEngine.Extensibility.Tests.Plugins;

/// <summary>A plugin and its tests, compiled from source that stands elsewhere.</summary>
/// <param name="assembly">Both in one.</param>
internal sealed class CompiledTests(Assembly assembly)
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Threading; global using System.Threading.Tasks; global using Xunit;
        """;

    /// <summary>The tests: type and method.</summary>
    public IEnumerable<(string Type, string Fact)> All =>
        from type in assembly.GetExportedTypes()
        from method in type.GetMethods()
        where method.GetCustomAttribute<FactAttribute>() is not null && method.GetParameters().Length == 0
        select (type.FullName!, method.Name);

    /// <summary>Compiles sources, where a warning is an error.</summary>
    public static CompiledTests Of(string name, IEnumerable<string> sources)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        using var compiled = new MemoryStream();
        CSharpCompilation.Create(
                name,
                sources.Prepend(ImplicitUsings).Select(source => CSharpSyntaxTree.ParseText(source)),
                references,
                new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error,
                    specificDiagnosticOptions: [KeyValuePair.Create("CS1701", ReportDiagnostic.Suppress)]))
            .Emit(compiled).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        return new CompiledTests(Assembly.Load(compiled.ToArray()));
    }

    /// <summary>Runs one.</summary>
    public void Run(string tests, string fact)
    {
        var type = assembly.GetType(tests)!;
        try
        {
            type.GetMethod(fact)!.Invoke(Activator.CreateInstance(type), null);
        }
        catch (TargetInvocationException failure)
        {
            ExceptionDispatchInfo.Throw(failure.InnerException!);
        }
    }
}
