using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Tests.Searches;

/// <summary>What is done can be read while another process searches in the same workspace.</summary>
public sealed class ReadWhileOtherRunsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_completed_recipe_returns_what_it_found_and_a_new_one_is_told_what_runs()
    {
        CellTable.Write(_folder);
        _folder.Write("recipe.csx", """
            var name = Parameter("name", "done", "of the search");
            await Search(name).Space("nasbench201").Strategy("random").Estimator("table", new { Table = "table.csv" })
                .Objective(Maximize.Metric("test_accuracy")).Budget(trials: 3).RunAsync();
            """);
        var first = (await RunAsync()).Succeeded();

        using var held = WorkspaceLock.Take(_folder.Of(".nas"));
        using var running = held.Running("other");

        (await RunAsync()).Succeeded().Output.Should().Be(first.Output);
        var refused = await RunAsync("--set", "name=new");
        refused.ExitCode.Should().Be(2);
        refused.Error.Should().Contain($"in use by process {Environment.ProcessId}, which runs search 'other'");
    }

    private Task<ProgramResult> RunAsync(params string[] more) =>
        NasProgram.RunAsync(_folder.Path, ["run", "recipe.csx", "--json", .. more]);
}
