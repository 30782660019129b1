namespace NasEngine.Host.Tests.Launcher;

/// <summary>The program is compiled to native code after a build, where that can be.</summary>
public sealed class AheadTests : IDisposable
{
    private readonly LauncherFolder _launcher = new();
    private readonly string _assembly;

    public AheadTests()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_launcher.Artifacts, "bin", "NasEngine.Host", "release")).FullName;
        _assembly = Path.Combine(folder, "nas.dll");
        File.WriteAllText(_assembly, "built");
        var compiler = Path.Combine(_launcher.Root, "commands", "compiler");
        _launcher.Command("dotnet", $"echo '    \"Compiler\": \"{compiler}\",'; echo '    \"Framework\": \"{_launcher.Root}\"'");
    }

    public void Dispose() => _launcher.Dispose();

    [Fact]
    public async Task Each_assembly_is_compiled_once_also_when_a_build_puts_it_there_again()
    {
        _launcher.Command("compiler", $"echo $1 >>'{_launcher.Root}/compiled'; echo native >$3");

        await AheadAsync();
        File.ReadAllText(_assembly).Should().Be("native\n");
        await AheadAsync();
        File.WriteAllText(_assembly, "built");
        await AheadAsync();

        File.ReadAllText(_assembly).Should().Be("native\n");
        File.ReadAllLines(Path.Combine(_launcher.Root, "compiled")).Should().Equal(_assembly);

        File.WriteAllText(_assembly, "built of other sources");
        await AheadAsync();
        File.ReadAllLines(Path.Combine(_launcher.Root, "compiled")).Should().HaveCount(2);
    }

    [Fact]
    public async Task What_the_compiler_refuses_stays_as_it_was_built()
    {
        _launcher.Command("compiler", "echo half >$3; exit 1");

        await AheadAsync();

        File.ReadAllText(_assembly).Should().Be("built");
        Directory.GetFiles(Path.GetDirectoryName(_assembly)!).Should().Equal(_assembly);
    }

    [Fact]
    public async Task Without_the_compiler_the_program_is_as_it_was_built()
    {
        await AheadAsync();
        _launcher.Command("dotnet", "echo 'error NU1101: Unable to find package'; exit 1");
        await AheadAsync();

        File.ReadAllText(_assembly).Should().Be("built");
    }

    private async Task AheadAsync() => (await _launcher.SourceAsync("ahead.sh", "ahead")).Succeeded().Error.Should().BeEmpty();
}
