namespace NasEngine.Host.Tests.Launcher;

/// <summary>What a feed can lack, in one sentence.</summary>
public sealed class RestoreErrorTests : IDisposable
{
    private readonly LauncherFolder _launcher = new();

    public void Dispose() => _launcher.Dispose();

    [Theory]
    [InlineData(
        "/src/A.csproj : error NU1101: Unable to find package Akka.Streams. No packages exist with this id in source(s): feed [/src/NasEngine.sln]",
        "the feed has no package Akka.Streams in the version that is needed; add a feed that has it ('dotnet nuget add source URL')")]
    [InlineData(
        "/src/A.csproj : error NU1102: Unable to find package TorchSharp with version (>= 0.107.0) [/src/NasEngine.sln]",
        "the feed has no package TorchSharp in the version that is needed; add a feed that has it ('dotnet nuget add source URL')")]
    [InlineData(
        "/src/A.csproj : error NU1301: Unable to load the service index for source https://feed.example/v3/index.json. [/src/NasEngine.sln]",
        "the packages cannot be fetched (Unable to load the service index for source https://feed.example/v3/index.json); the first start needs the network or a feed that has them ('dotnet nuget list source' says which are asked)")]
    [InlineData(
        "/src/A.csproj : error NU1107: Version conflict detected for Akka. [/src/NasEngine.sln]",
        "the packages cannot be restored (NU1107: Version conflict detected for Akka)")]
    [InlineData("System.IO.IOException: No space left on device : '/x'", "the disk is full; a build needs 1.5 GB in {0} and in NuGet's folder")]
    [InlineData("A compatible .NET SDK was not found.", "the .NET 10 SDK is missing; this 'dotnet' has an older one only")]
    public async Task A_restore_that_fails_is_told_with_the_place_of_dotnets_own_words(string words, string sentence)
    {
        _launcher.Dotnet($"cat <<'END'\n{words}\nEND\nexit 1");

        var refused = await _launcher.RunAsync("list");

        refused.Error.Should().EndWith($"\nnas: {string.Format(sentence, _launcher.Artifacts)}; dotnet's own words are in {_launcher.Artifacts}/build.log\n");
        refused.Error.Split('\n').Should().HaveCount(3);
        refused.ExitCode.Should().Be(2);
        refused.Output.Should().BeEmpty();
        File.ReadAllText(Path.Combine(_launcher.Artifacts, "build.log")).Should().Contain(words);
    }

    [Fact]
    public async Task Cuda_without_its_package_is_told_with_both_ways_on()
    {
        _launcher.Dotnet("echo 'A.csproj : error NU1101: Unable to find package TorchSharp-cuda-linux. No packages exist with this id in source(s): feed'; exit 1");

        var refused = await _launcher.RunAsync(new Dictionary<string, string> { ["NASENGINE_CUDA"] = "1" }, "list");

        refused.Error.Should().Contain(
            "nas: NASENGINE_CUDA=1 needs the package TorchSharp-cuda-linux, and the feed has none in this version; add a feed that has TorchSharp-cuda-linux ('dotnet nuget add source URL'), or start without NASENGINE_CUDA for the processor; ");
        refused.ExitCode.Should().Be(2);
    }
}
