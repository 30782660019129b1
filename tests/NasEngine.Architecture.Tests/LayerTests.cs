namespace NasEngine.Architecture.Tests;

/// <summary>Who may know whom: dependencies point one way.</summary>
public sealed class LayerTests
{
    private static readonly Dictionary<string, string[]> Engine = new()
    {
        ["NasEngine.Contracts"] = [],
        ["NasEngine.Conformance"] = ["NasEngine.Contracts", "NasEngine.Networks", "TorchSharp"],
        ["NasEngine.Search"] = ["NasEngine.Contracts"],
        ["NasEngine.Networks"] = ["NasEngine.Contracts", "TorchSharp"],
        ["NasEngine.Datasets"] = ["NasEngine.Contracts", "SkiaSharp", "Sep", "Parquet"],
        ["NasEngine.Export"] =
        [
            "NasEngine.Contracts", "NasEngine.Networks", "TorchSharp", "TorchSharp.PyBridge", "OnnxSharp", "Google.Protobuf",
            "Microsoft.ML.OnnxRuntime",
        ],
        ["NasEngine.Pipeline"] = ["NasEngine.Contracts", "NasEngine.Search", "Akka", "MessagePack*", "Microsoft.Data.Sqlite", "SQLitePCLRaw.*"],
        ["NasEngine.Cluster"] =
        [
            "NasEngine.Contracts", "NasEngine.Search", "NasEngine.Pipeline", "Akka", "Akka.Cluster", "Akka.Remote", "MessagePack*",
        ],
        ["NasEngine.Generators"] = ["Microsoft.CodeAnalysis*", "netstandard"],
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

    public static TheoryData<string> HostProjects => [.. Repository.Projects("host")];

    [Theory]
    [MemberData(nameof(HostProjects))]
    public void A_program_uses_no_plugin(string project)
    {
        var plugins = Repository.Projects("plugins").Select(Path.GetFileNameWithoutExtension);
        BuiltAssembly.Of(project).References.Should().NotIntersectWith(plugins!);
    }

    [Fact]
    public void The_command_line_knows_no_web_server_and_the_web_view_only_what_it_shows()
    {
        BuiltAssembly.Of("host/NasEngine.Host/NasEngine.Host.csproj").References.Should().NotContain(
            reference => reference == "NasEngine.Web" || reference.StartsWith("Microsoft.AspNetCore"));
        BuiltAssembly.Of("host/NasEngine.Web/NasEngine.Web.csproj").ReferencesBeside(
            "nas", "NasEngine.Contracts", "NasEngine.Search", "NasEngine.Networks", "NasEngine.Pipeline", "NasEngine.Extensibility",
            "System.CommandLine", "Microsoft.Data.Sqlite", "MudBlazor", "Plotly.Blazor", "Microsoft.AspNetCore*", "Microsoft.Extensions*", "Microsoft.JSInterop*")
            .Should().BeEmpty();
    }

    [Fact]
    public void The_search_is_pure() => BuiltAssembly.Of("engine/NasEngine.Search/NasEngine.Search.csproj").Types.Should().NotIntersectWith(
    [
        "System.IO.File", "System.IO.FileStream", "System.IO.Directory", "System.Console", "System.Environment",
        "System.TimeProvider", "System.Diagnostics.Stopwatch", "System.Random", "System.Threading.Thread",
        "System.Threading.Tasks.Task", "System.Threading.Timer",
    ]);
}
