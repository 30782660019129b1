using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Tests.Plugins;

/// <summary>Plugin assemblies made on the spot.</summary>
internal static class PluginSource
{
    private static readonly MetadataReference[] Framework =
    [
        .. new[] { "System.Private.CoreLib", "System.Runtime", "System.Collections.Immutable", "System.Memory" }
            .Select(name => Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name + ".dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly MetadataReference Contracts = MetadataReference.CreateFromFile(typeof(IPlugin).Assembly.Location);

    /// <summary>A plugin with one data set, whose name is <paramref name="name"/> and whose number of classes is an option.</summary>
    public static string Dataset(string id, string name) => $$"""
        using NasEngine.Contracts;

        public sealed class ThePlugin : IPlugin
        {
            public void Register(IPluginRegistry registry) => registry.Dataset(
                "{{id}}", "a data set", options => (int)options.Integer("classes", 10, "how many", min: 2), classes => new TheData(classes));
        }

        public sealed class TheData : IDataset
        {
            public TheData(int classes) => Classes = classes;
            public string Name => "{{name}}";
            public int Classes { get; }
            public string Hash => "";
            public LabelledImages Train => null!;
            public LabelledImages Test => null!;
        }
        """;

    /// <summary>A plugin with one objective: how far <c>f1</c> is above the option <c>floor</c>.</summary>
    public static string Objective(string id) => $$"""
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using NasEngine.Contracts;

        public sealed class ThePlugin : IPlugin
        {
            public void Register(IPluginRegistry registry) => registry.Objective(
                "{{id}}", "an objective", options => options.Number("floor", 0, "what counts nothing"), floor => new TheObjective(floor));
        }

        public sealed class TheObjective : IObjective
        {
            private readonly double _floor;
            public TheObjective(double floor) => _floor = floor;
            public ImmutableArray<ObjectiveAxis> Axes => ImmutableArray.Create(new ObjectiveAxis("f1", Direction.Maximize));
            public ImmutableArray<string> Metrics => ImmutableArray.Create("f1");
            public double? Score(IReadOnlyDictionary<string, double> metrics) =>
                metrics.TryGetValue("f1", out var f1) ? f1 - _floor : (double?)null;
        }
        """;

    /// <summary>Compiles against the contracts of this program, and other libraries.</summary>
    public static void Compile(string path, string source, params string[] libraries) =>
        Emit(path, source, [.. Framework, Contracts, .. libraries.Select(library => MetadataReference.CreateFromFile(library))]);

    /// <summary>Compiles against another library.</summary>
    public static void CompileWith(string path, string source, string library) =>
        Emit(path, source, [.. Framework, MetadataReference.CreateFromFile(library)]);

    /// <summary>Compiles against a made-up version of the contracts.</summary>
    public static void CompileAgainst(Version contracts, string path)
    {
        const string contract = """
            namespace NasEngine.Contracts
            {
                public interface IPlugin { void Register(IPluginRegistry registry); }
                public interface IPluginRegistry { }
            }
            """;
        var stub = Compilation("NasEngine.Contracts", $"[assembly: System.Reflection.AssemblyVersion(\"{contracts}\")] {contract}", Framework);
        Emit(path, """
            public sealed class ThePlugin : NasEngine.Contracts.IPlugin
            {
                public void Register(NasEngine.Contracts.IPluginRegistry registry) { }
            }
            """, [.. Framework, stub.ToMetadataReference()]);
    }

    private static void Emit(string path, string source, MetadataReference[] references)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var compilation = Compilation(Path.GetFileNameWithoutExtension(path), source, references);
        File.Delete(path);
        compilation.Emit(path).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
    }

    private static CSharpCompilation Compilation(string name, string source, MetadataReference[] references) =>
        CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source)], references, new(OutputKind.DynamicallyLinkedLibrary));
}
