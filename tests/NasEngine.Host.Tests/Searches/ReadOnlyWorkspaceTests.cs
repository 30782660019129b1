using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>A workspace that cannot be written can be read.</summary>
public sealed class ReadOnlyWorkspaceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public ReadOnlyWorkspaceTests()
    {
        CellTable.Write(_folder);
        _folder.Write("x.csx", """
            var (name, trials) = (Parameter("name", "x", "of the search"), Parameter("trials", 3, "of the search"));
            await Search(name).Space("nasbench201").Strategy("random").Estimator("table", new { Table = "table.csv" })
                .Objective(Maximize.Metric("test_accuracy")).Budget(trials: trials).RunAsync();
            """);
    }

    public void Dispose() => _folder.Dispose();

    [FullDiskFact]
    public async Task List_show_and_a_completed_recipe_work_on_it_and_the_doctor_says_what_it_is()
    {
        var found = (await RunAsync("run", "x.csx", "--json")).Succeeded();
        var (list, show) = (await RunAsync("list", "--json"), await RunAsync("show", "x"));
        using var locked = new ReadOnlyFolder(_folder.Of(".nas"));

        (await RunAsync("list", "--json")).Succeeded().Output.Should().Be(list.Output);
        (await RunAsync("show", "x")).Succeeded().Output.Should().Be(show.Output);
        (await RunAsync("run", "x.csx", "--json")).Succeeded().Output.Should().Be(found.Output);
        (await RunAsync("run", "x.csx", "--set", "name=new")).ShouldRefuse("The workspace '.nas' cannot be written");
        var doctor = await RunAsync("doctor");
        doctor.Output.Should().Contain("ok   workspace: read only (The workspace '.nas' cannot be written").And.Contain("ok   search x: ").And.Contain("all sound");
    }

    [FullDiskFact]
    public async Task What_a_killed_search_left_in_its_log_is_read_as_well()
    {
        using (var program = NasProgram.Start(_folder.Path, [], "run", "x.csx", "--set", "trials=2000000"))
        {
            await program.OutputAsync("trial ");
        }

        File.Exists(_folder.Of(".nas/journal.db-wal")).Should().BeTrue();
        File.Delete(_folder.Of(".nas/journal.db-shm"));
        using var locked = new ReadOnlyFolder(_folder.Of(".nas"));

        (await RunAsync("show", "x")).Succeeded().Output.Should().StartWith("x: interrupted, random on nasbench201, seed ").And.Contain(" of 2000000 candidates");
    }

    private Task<ProgramResult> RunAsync(params string[] arguments) => NasProgram.RunAsync(_folder.Path, arguments);
}
