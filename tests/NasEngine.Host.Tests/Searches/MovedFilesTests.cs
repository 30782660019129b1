using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>What is in the files that a search reads is a part of it; where they lie is none.</summary>
public sealed class MovedFilesTests : IDisposable
{
    private const string Recipe = """
        var table = Parameter("table", "table.csv", "where it is");
        await Search("x").Space("nasbench201").Strategy("random").Estimator("table", new { Table = table })
            .Objective(Maximize.Metric("test_accuracy")).Budget(trials: 20).RunAsync();
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_table_whose_figures_change_is_another_search()
    {
        var table = CellTable.Write(_folder);
        (await RunAsync()).Succeeded();
        File.WriteAllText(table, File.ReadAllText(table).Replace(",60.00,", ",10.00,", StringComparison.Ordinal));

        (await RunAsync()).ShouldRefuse("file 'estimator.table' of search 'x' is not what it was", "another name");
        (await NasProgram.RunAsync(_folder.Path, "resume", "x")).ShouldRefuse("file 'estimator.table' of search 'x' is not what it was");
    }

    [Fact]
    public async Task The_same_table_elsewhere_is_the_same_search_for_run_resume_and_worth()
    {
        var table = CellTable.Write(_folder);
        var first = (await RunAsync("--json")).Succeeded().Json.GetRawText();
        File.Move(table, _folder.Of("moved.csv"));

        (await NasProgram.RunAsync(_folder.Path, "resume", "x")).ShouldRefuse("table.csv' (option 'table' of estimator 'table') cannot be read");
        (await RunAsync("--set", "table=moved.csv", "--json")).Succeeded().Json.GetRawText().Should().Be(first);
        foreach (var name in new[] { "table", "estimator.table" })
        {
            (await NasProgram.RunAsync(_folder.Path, "resume", "x", "--set", $"{name}=moved.csv", "--json")).Succeeded()
                .Json.GetRawText().Should().Be(first);
        }

        (await NasProgram.RunAsync(_folder.Path, "worth", "x", "--against", "20", "--set", "table=moved.csv")).Succeeded();
        (await NasProgram.RunAsync(_folder.Path, "resume", "x", "--set", "tabel=moved.csv"))
            .ShouldRefuse("--set 'tabel' names no file of search 'x'", "estimator.table");
        (await NasProgram.RunAsync(_folder.Path, "resume", "x", "--set", "table=moved.csv", "--set", "estimator.table=moved.csv"))
            .ShouldRefuse("File 'estimator.table' is set twice");
    }

    [Fact]
    public async Task A_workspace_that_was_moved_goes_on_from_another_folder()
    {
        CellTable.Write(_folder);
        (await RunAsync()).Succeeded();
        var other = Directory.CreateDirectory(_folder.Of("other")).FullName;
        Directory.Move(_folder.Of(".nas"), Path.Combine(other, "ws"));

        (await NasProgram.RunAsync(other, "resume", "x", "--workspace", "ws")).Succeeded();
    }

    [Fact]
    public async Task A_table_through_a_pipe_is_read_and_is_the_same_search_as_the_file()
    {
        CellTable.Write(_folder);
        var first = (await RunAsync("--json")).Succeeded().Json.GetRawText();

        var piped = await NasProgram.BashAsync(_folder.Path, "nas run x.csx --set table=<(cat table.csv) --json");

        piped.Succeeded().Json.GetRawText().Should().Be(first);
    }

    private Task<ProgramResult> RunAsync(params string[] more)
    {
        _folder.Write("x.csx", Recipe);
        return NasProgram.RunAsync(_folder.Path, ["run", "x.csx", .. more]);
    }
}
