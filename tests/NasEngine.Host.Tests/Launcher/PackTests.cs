namespace NasEngine.Host.Tests.Launcher;

/// <summary><c>./nas pack</c>: packages of what plugins are written and tested against, and of the program.</summary>
public sealed class PackTests : IDisposable
{
    private readonly LauncherFolder _launcher = new();

    public PackTests()
    {
        var contracts = Directory.CreateDirectory(Path.Combine(_launcher.Root, "engine", "NasEngine.Contracts")).FullName;
        File.WriteAllText(Path.Combine(contracts, "NasEngine.Contracts.csproj"), "<Project>\n    <Version>4.5.6</Version>\n</Project>\n");
    }

    public void Dispose() => _launcher.Dispose();

    [Fact]
    public async Task Contracts_networks_and_the_conformance_kit_are_packed_with_symbols_and_the_program_as_a_tool_in_the_version_of_the_contracts()
    {
        _launcher.Command("dotnet", $"echo \"$*\" >>'{_launcher.Root}/packed'");
        var folder = Path.Combine(_launcher.Root, "feed");

        var result = (await _launcher.RunAsync("pack", folder)).Succeeded();

        var packed = File.ReadAllLines(Path.Combine(_launcher.Root, "packed"));
        packed.Select(line => Path.GetFileNameWithoutExtension(line.Split(' ')[1])).Should().Equal(
            "NasEngine.Contracts", "NasEngine.Networks", "NasEngine.Conformance", "NasEngine.Plugins.Conformance", "NasEngine.Web", "NasEngine.Host");
        packed.Where(line => line != packed[4]).Should().OnlyContain(
            line => line.StartsWith("pack ") && line.Contains($"-o {folder} -p:PackageVersion=4.5.6 -p:IsPackable=true "));
        packed[..4].Should().OnlyContain(line => line.Contains("IncludeSymbols=true"));
        packed[4].Should().StartWith("publish ").And.EndWith($"-o {_launcher.Artifacts}/web-of-tool", "the tool has the web view");
        packed[5].Should().EndWith("-p:NasEngineTool=true");
        result.Output.Should().Be($"The packages are in {folder}. Take them from there: dotnet nuget add source {folder}\n");
        result.Error.Should().EndWith("The packages carry no licence; before you publish them, name yours: nas pack --license SPDX.\n");
        Directory.Exists(folder).Should().BeTrue();
    }

    [Fact]
    public async Task The_licence_that_is_named_is_that_of_every_package()
    {
        _launcher.Command("dotnet", $"echo \"$*\" >>'{_launcher.Root}/packed'");

        var result = (await _launcher.RunAsync("pack", "--license", "Apache-2.0")).Succeeded();

        File.ReadAllLines(Path.Combine(_launcher.Root, "packed")).Where(line => line.StartsWith("pack "))
            .Should().HaveCount(5).And.OnlyContain(line => line.EndsWith(" -p:PackageLicenseExpression=Apache-2.0"));
        result.Error.Should().NotContain("licence");
    }

    [Theory]
    [InlineData("--license", "--license wants an SPDX expression, as in --license Apache-2.0")]
    [InlineData("--licence x", "'pack' has no option '--licence': nas pack [FOLDER] [--license SPDX]")]
    [InlineData("a b", "'pack' takes one folder, not 'a b': nas pack [FOLDER] [--license SPDX]")]
    public async Task A_wrong_command_line_packs_nothing(string arguments, string sentence)
    {
        _launcher.Command("dotnet", $"echo \"$*\" >>'{_launcher.Root}/packed'");

        var result = await _launcher.RunAsync(["pack", .. arguments.Split(' ')]);

        result.ExitCode.Should().Be(2);
        result.Error.Should().EndWith($"nas: {sentence}\n");
        File.Exists(Path.Combine(_launcher.Root, "packed")).Should().BeFalse();
    }

    [Fact]
    public async Task What_cannot_be_packed_is_named_with_where_the_reason_is()
    {
        _launcher.Command("dotnet", "case $2 in *Networks*) echo 'error NU1101'; exit 1 ;; esac");

        var result = await _launcher.RunAsync("pack");

        result.ExitCode.Should().Be(2);
        result.Error.Should().EndWith($"nas: NasEngine.Networks could not be packed; dotnet's own words are in {_launcher.Artifacts}/pack.log\n");
        File.ReadAllText(Path.Combine(_launcher.Artifacts, "pack.log")).Should().Be("error NU1101\n");
    }
}
