using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Launcher;

/// <summary>Where the program finds what it came with.</summary>
public sealed class InstallationTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_the_nearest_folder_with_a_manifest_from_that_of_the_program_up()
    {
        _folder.Write("plugins.json", "{}");
        Directory.CreateDirectory(_folder.Of("inner"));
        _folder.Write("inner/plugins.json", "{}");

        Installation.Above(_folder.Of("bin/release")).Should().Be(_folder.Path);
        Installation.Above(_folder.Of("inner/bin")).Should().Be(_folder.Of("inner"));
        Installation.Above(_folder.Of("inner")).Should().Be(_folder.Of("inner"));
    }

    [Fact]
    public async Task A_program_that_was_copied_away_from_it_says_so()
    {
        var run = await NasProgram.BashAsync(
            _folder.Path, $"cp -r '{Repository.Built("NasEngine.Host")}' copied; dotnet copied/nas.dll space list");

        run.ShouldRefuse($"There is no plugins.json beside the program in '{_folder.Of("copied")}/' or above it");
    }
}
