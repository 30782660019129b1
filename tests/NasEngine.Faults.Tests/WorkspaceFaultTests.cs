namespace NasEngine.Faults.Tests;

public sealed class WorkspaceFaultTests
{
    [Fact]
    public void A_second_process_on_a_workspace_is_told_of_the_first()
    {
        using var search = new GatedSearch();
        using var first = search.RunToGate();
        using var second = search.Sandbox.Run();

        second.Exit().Should().Be(2);
        second.Errors.Should().Contain($"is in use by process {first.Pid}");
    }

    [SkippableFact]
    public void A_full_disk_pauses_the_search_which_goes_on_when_there_is_room()
    {
        using var disk = Tmpfs.Mount("1200k");
        Skip.If(disk is null, "Only root can mount a small file system.");

        string[] run = Searches.Table(12_000, "--isolation", "inproc");
        using var undisturbed = new Sandbox(run).Finish();
        using var sandbox = new Sandbox(disk.Folder, run);
        using (var process = sandbox.Run())
        {
            process.Says("The search waits and keeps what it has").Should().BeTrue(process.Errors);
            disk.Resize("60m");
            process.Exit().Should().Be(0, process.Errors);
        }

        sandbox.Show("table").DifferencesFrom(undisturbed.Show("table")).Should().Be(0);
    }

    [SkippableFact]
    public void A_workspace_that_cannot_be_written_is_refused_with_a_sentence()
    {
        using var disk = Tmpfs.Mount("1m");
        Skip.If(disk is null, "Only root can mount a file system.");

        disk.ReadOnly();
        using var sandbox = new Sandbox(disk.Folder, Searches.Faulty("--isolation", "inproc"));
        using var process = sandbox.Run();

        process.Exit().Should().Be(2);
        process.Errors.Should().Contain($"'{disk.Folder}' cannot be written").And.NotContain("   at ");
    }
}
