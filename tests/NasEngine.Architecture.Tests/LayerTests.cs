namespace NasEngine.Architecture.Tests;

/// <summary>Who may know whom: dependencies point one way.</summary>
public sealed class LayerTests
{
    private static readonly Dictionary<string, string[]> Engine = new()
    {
        ["NasEngine.Contracts"] = [],
        ["NasEngine.Search"] = ["NasEngine.Contracts"],
        ["NasEngine.Networks"] = ["NasEngine.Contracts", "TorchSharp"],
        ["NasEngine.Export"] =
            ["NasEngine.Contracts", "NasEngine.Networks", "TorchSharp", "OnnxSharp", "Google.Protobuf", "Microsoft.ML.OnnxRuntime"],
        ["NasEngine.Pipeline"] = ["NasEngine.Contracts", "NasEngine.Search", "Akka", "MessagePack*", "Microsoft.Data.Sqlite", "SQLitePCLRaw.*"],
        ["NasEngine.Extensibility"] = ["NasEngine.Contracts", "McMaster.NETCore.Plugins", "Microsoft.CodeAnalysis*"],
    };

    public static TheoryData<string> EngineProjects => [.. Repository.Projects("engine")];

    public static TheoryData<string> PluginProjects => [.. Repository.Projects("plugins")];

    [Theory]
    [MemberData(nameof(EngineProjects))]
    public void A_project_of_the_engine_uses_only_the_layers_below_it(string project)
    {
        Engine.Should().ContainKey(Path.GetFileNameWithoutExtension(project), "a new project of the engine needs a rule here");
        BuiltAssembly.Of(project).ReferencesBeside(Engine[Path.GetFileNameWithoutExtension(project)]).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(PluginProjects))]
    public void A_plugin_uses_the_contracts_networks_linear_algebra_and_CSV_only(string project) => BuiltAssembly.Of(project)
        .ReferencesBeside("NasEngine.Contracts", "NasEngine.Networks", "TorchSharp", "MathNet.Numerics", "Sep").Should().BeEmpty();

    [Fact]
    public void The_host_uses_no_plugin()
    {
        var plugins = Repository.Projects("plugins").Select(Path.GetFileNameWithoutExtension);
        BuiltAssembly.Of(Repository.Projects("host").Single()).References.Should().NotIntersectWith(plugins!);
    }

    [Fact]
    public void The_search_is_pure() => BuiltAssembly.Of("engine/NasEngine.Search/NasEngine.Search.csproj").Types.Should().NotIntersectWith(
    [
        "System.IO.File", "System.IO.FileStream", "System.IO.Directory", "System.Console", "System.Environment",
        "System.TimeProvider", "System.Diagnostics.Stopwatch", "System.Random", "System.Threading.Thread",
        "System.Threading.Tasks.Task", "System.Threading.Timer",
    ]);
}
