using System.Diagnostics;

namespace NasEngine.Host.Tests.Launcher;

/// <summary>When the launcher builds, and what it believes.</summary>
public sealed class BuildTests : IDisposable
{
    private const string KilledBuild = "mkdir -p artifacts/obj artifacts/bin; touch artifacts/obj/half; kill -9 $$";
    private const string WholeBuild = "ls artifacts/obj artifacts/bin >seen 2>&1; mkdir -p artifacts/obj";

    private readonly LauncherFolder _launcher = new();

    public void Dispose() => _launcher.Dispose();

    [Fact]
    public async Task It_builds_once_and_again_when_a_source_changed()
    {
        (await _launcher.RunAsync("list")).Succeeded().Error.Should().Be("Building NasEngine (only when sources changed)\n");
        (await _launcher.RunAsync("list")).Succeeded().Error.Should().BeEmpty();
        _launcher.Builds.Should().ContainSingle();

        _launcher.Change("engine/A.cs");

        (await _launcher.RunAsync("list", "--x")).Succeeded().Output.Should().Be($"ran {_launcher.Artifacts}/bin/NasEngine.Host/release/nas.dll list --x\n");
        _launcher.Builds.Should().HaveCount(2);
    }

    [Fact]
    public async Task The_web_view_is_built_when_it_is_first_served_and_beside_a_running_search()
    {
        (await _launcher.RunAsync("list")).Succeeded();
        _launcher.Dotnet("mkdir -p artifacts/bin/NasEngine.Web/release; touch artifacts/bin/NasEngine.Web/release/NasEngine.Web.dll");
        using var search = File.Open(Path.Combine(_launcher.Artifacts, ".use"), FileMode.Open, FileAccess.Read, FileShare.Read);

        var served = (await _launcher.RunAsync("serve", "--port", "0")).Succeeded();

        served.Error.Should().Be("Building the web view (only when sources changed)\n");
        served.Output.Should().Be($"ran {_launcher.Artifacts}/bin/NasEngine.Web/release/NasEngine.Web.dll serve --port 0\n");
        _launcher.Builds.Should().HaveCount(2).And.Subject.Last().Should().Contain("NasEngine.Web.csproj").And.EndWith("--no-dependencies");
        (await _launcher.RunAsync("serve")).Succeeded().Error.Should().BeEmpty();
        _launcher.Builds.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_build_of_the_web_view_that_was_killed_leaves_what_searches_run_on()
    {
        (await _launcher.RunAsync("list")).Succeeded();
        Directory.CreateDirectory(Path.Combine(_launcher.Artifacts, "bin", "NasEngine.Host"));
        _launcher.Dotnet("mkdir -p artifacts/bin/NasEngine.Web/half; kill -9 $$");
        (await _launcher.RunAsync("serve")).ExitCode.Should().Be(2);
        _launcher.Dotnet("mkdir -p artifacts/bin/NasEngine.Web/release; touch artifacts/bin/NasEngine.Web/release/NasEngine.Web.dll");

        (await _launcher.RunAsync("list")).Succeeded().Error.Should().BeEmpty();
        (await _launcher.RunAsync("serve")).Succeeded();

        Directory.Exists(Path.Combine(_launcher.Artifacts, "bin", "NasEngine.Host")).Should().BeTrue();
        Directory.Exists(Path.Combine(_launcher.Artifacts, "bin", "NasEngine.Web", "half")).Should().BeFalse();
    }

    [Fact]
    public async Task A_build_that_was_killed_is_begun_anew()
    {
        await _launcher.RunAsync("list");
        _launcher.Dotnet(KilledBuild);
        _launcher.Change("engine/A.cs");
        (await _launcher.RunAsync("list")).Error.Should().Be(
            "Building NasEngine (only when sources changed)\n"
            + $"nas: the build did not come to its end; start again; dotnet's own words are in {_launcher.Artifacts}/build.log\n");

        _launcher.Dotnet(WholeBuild);
        (await _launcher.RunAsync("list")).Succeeded();

        File.ReadAllText(Path.Combine(_launcher.Root, "seen")).Should().NotContain("half", "nothing that the killed build left is believed");
        (await _launcher.RunAsync("list")).Succeeded().Error.Should().BeEmpty();
        _launcher.Builds.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_build_that_failed_by_itself_is_gone_on_with()
    {
        _launcher.Dotnet("mkdir -p artifacts/obj; touch artifacts/obj/whole; echo 'A.cs(1,1): error CS1002: ; expected'; exit 1");
        var failed = await _launcher.RunAsync("list");
        failed.ExitCode.Should().Be(2);
        failed.Error.Should().Contain("A.cs(1,1): error CS1002: ; expected\n")
            .And.EndWith($"nas: the build failed; the messages are above and in {_launcher.Artifacts}/build.log\n");

        _launcher.Dotnet(WholeBuild);
        (await _launcher.RunAsync("list")).Succeeded();

        File.ReadAllText(Path.Combine(_launcher.Root, "seen")).Should().Contain("whole");
    }

    [Fact]
    public async Task A_second_start_waits_for_the_build_of_a_launcher_that_was_killed()
    {
        _launcher.Dotnet("read <>gate");
        using (var gate = Process.Start("mkfifo", [Path.Combine(_launcher.Root, "gate")]))
        {
            await gate.WaitForExitAsync();
        }

        using var first = _launcher.Start([], "list");
        await first.StandardError.ReadLineAsync();
        first.Kill();
        using var second = _launcher.Start([], "list");

        File.WriteAllText(Path.Combine(_launcher.Root, "gate"), "\n");

        (await LauncherFolder.EndAsync(second)).Succeeded();
        _launcher.Builds.Should().ContainSingle();
    }

    [Fact]
    public async Task The_variant_for_cuda_is_asked_for_by_a_variable_and_built_when_it_changes()
    {
        await _launcher.RunAsync("list");
        Dictionary<string, string> cuda = new() { ["NASENGINE_CUDA"] = "1" };
        await _launcher.RunAsync(cuda, "list");
        await _launcher.RunAsync(cuda, "list");
        await _launcher.RunAsync("list");

        _launcher.Builds.Select(build => build.EndsWith("-p:Cuda=true", StringComparison.Ordinal)).Should().Equal(false, true, false);
    }

    [Theory]
    [InlineData("Linux aarch64")]
    [InlineData("Darwin arm64")]
    public async Task A_machine_without_natives_is_told_before_anything_is_built(string machine)
    {
        _launcher.Command("uname", $"echo {machine}");
        (await _launcher.RunAsync("list")).ShouldRefuse($"natives are built for Linux on x86_64 and this machine is {machine}; use such a machine");
        _launcher.Builds.Should().BeEmpty();
    }

    [Fact]
    public async Task A_system_with_another_c_library_is_told_before_anything_is_built()
    {
        _launcher.Command("getconf", "echo getconf: GNU_LIBC_VERSION: unknown variable >&2; exit 1");
        (await _launcher.RunAsync("list")).ShouldRefuse("natives need glibc", "musl");
        _launcher.Builds.Should().BeEmpty();
    }

    [Fact]
    public async Task Where_the_natives_are_named_any_machine_may_build()
    {
        _launcher.Command("uname", "echo Linux aarch64");
        (await _launcher.RunAsync(new Dictionary<string, string> { ["NASENGINE_NATIVES"] = "/opt/natives" }, "list")).Succeeded();
    }
}
