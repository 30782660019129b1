using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Launcher;

/// <summary>Where the launcher has nothing to write, and nowhere to print.</summary>
public sealed class StreamTests : IDisposable
{
    private readonly LauncherFolder _launcher = new();

    public void Dispose() => _launcher.Dispose();

    [FullDiskFact]
    public async Task A_built_program_starts_from_a_folder_that_cannot_be_written_and_one_that_is_to_be_built_says_so()
    {
        (await _launcher.RunAsync("list")).Succeeded();
        using (new ReadOnlyFolder(_launcher.Root))
        {
            (await _launcher.RunAsync("list")).Succeeded().Output.Should().EndWith("nas.dll list\n");
        }

        _launcher.Change("engine/A.cs");
        using var locked = new ReadOnlyFolder(_launcher.Root);
        (await _launcher.RunAsync("list")).ShouldRefuse(
            $"the program is not built as the sources are, and the folder '{_launcher.Artifacts}' cannot be written; start once as the user who owns it");
    }

    [Theory]
    [InlineData("<&-")]
    [InlineData(">&-")]
    [InlineData("2>&-")]
    [InlineData("<&- >&- 2>&-")]
    public async Task A_closed_stream_is_none_of_the_files_that_the_program_opens(string closed)
    {
        await _launcher.RunAsync("list");
        _launcher.Dotnet("");
        _launcher.Command("dotnet", "exec 7>>streams; for fd in 0 1 2; do readlink /proc/$$/fd/$fd >&7; done");

        (await _launcher.SourceAsync("build.sh", $"'{_launcher.Root}/nas' list {closed}")).Succeeded();

        File.ReadAllLines(Path.Combine(_launcher.Root, "streams")).Should().HaveCount(3)
            .And.AllSatisfy(stream => (stream == "/dev/null" || stream.StartsWith("pipe:", StringComparison.Ordinal)).Should().BeTrue(stream));
    }
}
