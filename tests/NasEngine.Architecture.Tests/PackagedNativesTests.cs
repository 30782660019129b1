using NasEngine.Networks.Natives;

namespace NasEngine.Architecture.Tests;

/// <summary>Versions that are said in more than one place are the same.</summary>
public sealed class PackagedNativesTests
{
    [Fact]
    public void The_natives_that_are_looked_for_in_the_folder_of_NuGet_are_those_that_the_program_is_built_with()
    {
        var versions = File.ReadAllText(Path.Combine(Repository.Root, "Directory.Packages.props"));

        versions.Should().Contain($"Include=\"{PackagedNatives.Libtorch}\" Version=\"{PackagedNatives.LibtorchVersion}\"")
            .And.Contain($"Include=\"{PackagedNatives.TorchSharp}\" Version=\"{PackagedNatives.TorchSharpVersion}\"");
    }

    [Fact]
    public void The_tests_of_a_new_plugin_fetch_them_and_run_on_the_versions_of_ours()
    {
        var versions = File.ReadAllText(Path.Combine(Repository.Root, "Directory.Packages.props"));
        var written = File.ReadAllText(Path.Combine(Repository.Root, "host/NasEngine.Host/Making/Templates/plugin/common/tests/__Name__.Tests.csproj.template"));

        written.Should().Contain($"Include=\"{PackagedNatives.Libtorch}\" Version=\"[{PackagedNatives.LibtorchVersion}]\"");
        foreach (var package in new[] { "Microsoft.NET.Test.Sdk", "xunit", "xunit.runner.visualstudio" })
        {
            var line = versions.Split('\n').Single(one => one.Contains($"Include=\"{package}\"")).Trim().Replace("PackageVersion", "PackageReference");
            written.Should().Contain(line);
        }
    }
}
