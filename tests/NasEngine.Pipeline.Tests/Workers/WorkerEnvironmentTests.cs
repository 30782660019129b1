using NasEngine.Contracts;
using NasEngine.Pipeline.Workers.Processes;

namespace NasEngine.Pipeline.Tests.Workers;

public sealed class WorkerEnvironmentTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nas-allocator-").FullName;

    private string Library => Path.Combine(_folder, "libtcmalloc_minimal.so.4");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_first_installed_library_is_the_allocator()
    {
        File.WriteAllText(Library, "");
        WorkerAllocator.Find(null, ["/nowhere", _folder]).Should().Be(new WorkerAllocator(Library, "it is installed"));
    }

    [Fact]
    public void Where_none_is_installed_workers_run_without_and_the_reason_says_what_installs_it() =>
        WorkerAllocator.Find("", [_folder]).Should().Be(new WorkerAllocator(
            null, "libtcmalloc_minimal.so.4 is not installed; 'apt-get install libtcmalloc-minimal4' makes training faster"));

    [Fact]
    public void The_variable_turns_it_off()
    {
        File.WriteAllText(Library, "");
        WorkerAllocator.Find("none", [_folder]).Library.Should().BeNull();
    }

    [Fact]
    public void The_variable_names_another()
    {
        var other = Path.Combine(_folder, "libother.so");
        File.WriteAllText(other, "");
        WorkerAllocator.Find(other, [_folder]).Should().Be(new WorkerAllocator(other, "NASENGINE_ALLOCATOR names it"));
    }

    [Fact]
    public void One_that_is_not_there_is_refused_since_the_loader_would_pass_it_over_in_silence()
    {
        var find = () => WorkerAllocator.Find("/nowhere/lib.so", [_folder]);
        find.Should().Throw<InputException>().WithMessage(
            "NASENGINE_ALLOCATOR is '/nowhere/lib.so', and there is no such file; name a library with a malloc, or 'none', or unset it.");
    }

    [Theory]
    [InlineData(null, "/lib/tc.so")]
    [InlineData("", "/lib/tc.so")]
    [InlineData("/mine.so", "/mine.so:/lib/tc.so")]
    public void What_the_user_preloads_stays_first(string? users, string expected)
    {
        var variables = new Dictionary<string, string?> { ["LD_PRELOAD"] = users };
        WorkerEnvironment.Prepare(variables, new WorkerAllocator("/lib/tc.so", ""));
        variables["LD_PRELOAD"].Should().Be(expected);
    }

    [Fact]
    public void Without_an_allocator_nothing_is_preloaded()
    {
        var variables = new Dictionary<string, string?>();
        WorkerEnvironment.Prepare(variables, new WorkerAllocator(null, ""));
        variables.Keys.Should().NotContain("LD_PRELOAD");
    }

    [Fact]
    public void A_first_generation_of_the_users_size_stays()
    {
        var variables = new Dictionary<string, string?> { ["DOTNET_GCgen0size"] = "0x4000000" };
        WorkerEnvironment.Prepare(variables, new WorkerAllocator(null, ""));
        variables["DOTNET_GCgen0size"].Should().Be("0x4000000");
    }

    [Theory]
    [InlineData(null, null, "1000")]
    [InlineData("OMP_WAIT_POLICY", "ACTIVE", null)]
    [InlineData("GOMP_SPINCOUNT", "infinity", "infinity")]
    public void Threads_of_an_operation_soon_sleep_unless_the_user_says_how_they_wait(string? name, string? value, string? spins)
    {
        var variables = new Dictionary<string, string?>();
        if (name is not null)
        {
            variables[name] = value;
        }

        WorkerEnvironment.Prepare(variables, new WorkerAllocator(null, ""));

        variables.GetValueOrDefault("GOMP_SPINCOUNT").Should().Be(spins);
    }
}
