using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.BadInput;

/// <summary>A workspace that cannot be used is refused in one sentence, and left as it is.</summary>
public sealed class WorkspaceInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_in_the_place_of_the_workspace_is_named()
    {
        _folder.Write("taken", "mine");

        (await RunAsync("taken")).ShouldRefuse("'taken'", "cannot be written");
        (await RunAsync("taken/below")).ShouldRefuse("'taken/below'", "cannot be written");

        File.ReadAllText(_folder.Of("taken")).Should().Be("mine");
    }

    [FullDiskFact]
    public async Task A_full_disk_is_told_before_anything_is_written()
    {
        using var disk = SmallDisk.Mount(kibibytes: 64);

        (await RunAsync(disk.Path)).ShouldRefuse(disk.Path, "full disk", "free some");

        Directory.EnumerateFileSystemEntries(disk.Path).Should().BeEmpty();
    }

    [Theory]
    [InlineData("show")]
    [InlineData("resume")]
    public async Task A_workspace_without_a_journal_is_told(string command)
    {
        var result = await NasProgram.RunAsync(_folder.Path, command, "x");

        result.ShouldRefuse("'.nas' has no journal", "run a recipe first");
        _folder.Content.Should().BeEmpty();
    }

    [Theory]
    [InlineData("show")]
    [InlineData("resume")]
    public async Task An_unknown_search_is_named_with_those_there_are(string command)
    {
        (await RunAsync(".nas")).Succeeded();

        var result = await NasProgram.RunAsync(_folder.Path, command, "nothing-like-it");

        result.ShouldRefuse("'nothing-like-it'", "known: nasbench201-random-3-1-0");
    }

    private Task<ProgramResult> RunAsync(string workspace) => NasProgram.RunAsync(
        _folder.Path, "run", Repository.NasBench201, "--set", "table=" + CellTable.Write(_folder),
        "--set", "strategy=random", "--set", "evaluations=3", "--workspace", workspace);
}
