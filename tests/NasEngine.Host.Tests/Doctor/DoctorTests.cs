using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Doctor;

public sealed class DoctorTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static string Natives => Path.Combine(Repository.Root, "artifacts", "natives");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_says_which_natives_are_loaded_the_devices_the_malloc_of_workers_and_the_free_disk()
    {
        var result = await NasProgram.RunAsync(_folder.Path, new Dictionary<string, string?> { ["NASENGINE_ALLOCATOR"] = "none" }, "doctor");

        result.Output.Should().MatchRegex($"(?m)^ok   tensors: TorchSharp 0\\.107\\.0 on libtorch 2\\.10\\.0 from '{Natives}'(, with '{Natives}/adapted/libLibTorchSharp\\.so' adapted to this system's older libstdc\\+\\+)?; [0-9]+ threads$")
            .And.MatchRegex("(?m)^ok   devices: cpu")
            .And.Contain("\nok   malloc of workers: the C library's (NASENGINE_ALLOCATOR is 'none')\n")
            .And.MatchRegex("(?m)^ok   disk: [0-9]+\\.[0-9] GiB free for the workspace '.nas'$");
        File.Exists(_folder.Of(".nas")).Should().BeFalse();
    }

    [Fact]
    public async Task Json_is_one_object_of_the_same_findings()
    {
        var result = await NasProgram.RunAsync(_folder.Path, new Dictionary<string, string?> { ["NASENGINE_ALLOCATOR"] = "/nowhere.so" }, "doctor", "--json");

        result.Output.TrimEnd().Should().NotContain("\n");
        result.Json.GetProperty("good").GetBoolean().Should().BeFalse();
        var malloc = result.Json.GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("what").GetString() == "malloc of workers");
        malloc.GetProperty("good").GetBoolean().Should().BeFalse();
        malloc.GetProperty("detail").GetString().Should().Be(
            "NASENGINE_ALLOCATOR is '/nowhere.so', and there is no such file; name a library with a malloc, or 'none', or unset it.");
        result.ExitCode.Should().Be(2);
    }

    [Fact]
    public async Task Natives_that_are_not_there_are_told_with_what_mends_it_and_nothing_is_copied()
    {
        var result = await NasProgram.RunAsync(_folder.Path, new Dictionary<string, string?> { ["NASENGINE_NATIVES"] = "/nowhere" }, "doctor");

        result.Output.Should().Contain("BAD  tensors: NASENGINE_NATIVES is '/nowhere', and there is no libtorch.so in it; ");
        result.ExitCode.Should().Be(2);
        Directory.Exists(Path.Combine(Repository.Built("NasEngine.Host"), "cpu")).Should().BeFalse();
    }
}
