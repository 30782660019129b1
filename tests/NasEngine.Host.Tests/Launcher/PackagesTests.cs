namespace NasEngine.Host.Tests.Launcher;

/// <summary>What the launcher takes from Debian.</summary>
public sealed class PackagesTests : IDisposable
{
    private const string NoData = "data=/nowhere; ";
    private const string NoAllocator = "wanted_allocator() { [ ! -e \"$artifacts/.no-allocator\" ]; }; ";

    private readonly LauncherFolder _launcher = new();

    public PackagesTests()
    {
        Directory.CreateDirectory(_launcher.Artifacts);
        _launcher.Command("apt-get", "echo \"$*\" >>asked");
        User(0);
    }

    private string Asked => Path.Combine(_launcher.Root, "asked") is var file && File.Exists(file) ? File.ReadAllText(file) : "";

    public void Dispose() => _launcher.Dispose();

    [Fact]
    public async Task A_user_who_may_not_install_gets_the_one_command_that_does()
    {
        User(1000);
        (await _launcher.SourceAsync("packages.sh", NoData + NoAllocator + "packages run a.csx")).ShouldRefuse(
            "the data is missing; install it with: sudo apt-get update && sudo apt-get install -y dataset-fashion-mnist libtcmalloc-minimal4, or name IDX files with --data DIR");
        Asked.Should().BeEmpty();
    }

    [Theory]
    [InlineData("list")]
    [InlineData("run a.csx --data here")]
    [InlineData("run a.csx --parameters")]
    public async Task Commands_that_need_no_data_of_debian_go_on_without(string arguments)
    {
        User(1000);
        (await _launcher.SourceAsync("packages.sh", NoData + NoAllocator + "packages " + arguments)).Succeeded().Error.Should().BeEmpty();
    }

    [Fact]
    public async Task Root_has_the_data_and_the_allocator_installed()
    {
        (await _launcher.SourceAsync("packages.sh", NoData + NoAllocator + "packages run a.csx")).Succeeded();
        Asked.Should().Be("install -y -qq --no-install-recommends dataset-fashion-mnist\ninstall -y -qq --no-install-recommends libtcmalloc-minimal4\n");
    }

    [Fact]
    public async Task Root_has_a_browser_installed_for_the_tests_and_for_nothing_else()
    {
        const string Have = "wanted_allocator() { false; }; wanted_browser() { [ ! -e \"$artifacts/.no-browser\" ]; }; data=/; ";
        (await _launcher.SourceAsync("packages.sh", Have + "packages run a.csx; packages serve")).Succeeded();
        Asked.Should().BeEmpty();
        (await _launcher.SourceAsync("packages.sh", Have + "packages test")).Succeeded();
        Asked.Should().Be("install -y -qq --no-install-recommends chromium fonts-dejavu-core\n");
    }

    [Fact]
    public async Task An_allocator_that_cannot_be_installed_is_no_error_and_is_asked_for_once()
    {
        _launcher.Command("apt-get", "echo \"$*\" >>asked; exit 100");
        (await _launcher.SourceAsync("packages.sh", NoAllocator + "packages run a.csx --data here")).Succeeded();
        var once = Asked;
        (await _launcher.SourceAsync("packages.sh", NoAllocator + "packages run a.csx --data here")).Succeeded();
        once.Should().Contain("libtcmalloc-minimal4");
        Asked.Should().Be(once);
    }

    [Fact]
    public async Task Data_that_cannot_be_installed_is_told_in_one_sentence()
    {
        _launcher.Command("apt-get", "echo no network; exit 100");
        var refused = await _launcher.SourceAsync("packages.sh", NoData + "wanted_allocator() { false; }; packages run a.csx");
        refused.Error.Should().EndWith(
            $"nas: apt-get could not install dataset-fashion-mnist (its words are in {_launcher.Artifacts}/apt.log); mend that, or name IDX files with --data DIR\n");
        refused.ExitCode.Should().Be(2);
        File.ReadAllText(Path.Combine(_launcher.Artifacts, "apt.log")).Should().Contain("no network");
    }

    private void User(int id) => _launcher.Command("id", $"echo {id}");
}
