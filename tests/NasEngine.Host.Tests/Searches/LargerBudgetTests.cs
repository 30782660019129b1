using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>A finished search that is given more goes on; the recipe is run again.</summary>
public sealed class LargerBudgetTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task More_trials_continue_a_finished_search_and_it_ends_as_one_that_had_them_from_the_start()
    {
        CellTable.Write(_folder);
        _folder.Write("x.csx", """
            var trials = Parameter("trials", 20, "of the search");
            await Search("x").Space("nasbench201").Strategy("regularized-evolution", new { Population = 8, Sample = 4 }).Estimator("table", new { Table = "table.csv" })
                .Objective(Maximize.Metric("test_accuracy")).Budget(trials: trials).Window(3).RunAsync();
            """);
        (await RunAsync("a", 20)).Succeeded();

        var more = (await RunAsync("a", 60)).Succeeded();
        var whole = (await RunAsync("b", 60)).Succeeded();

        more.Error.Should().Contain("Going on with another definition (budget: 20 → 60; budget.trials: 20 → 60); the journal has taken note.");
        more.Json.GetProperty("steps").GetInt64().Should().Be(60);
        (await TrialsAsync("a")).Should().Be(await TrialsAsync("b"));
        more.Json.GetProperty("best").GetRawText().Should().Be(whole.Json.GetProperty("best").GetRawText());
        (await RunAsync("a", 40)).ShouldRefuse("another definition", "budget.trials: 60 → 40");
    }

    [Fact]
    public async Task A_supernet_whose_learning_rate_falls_over_the_budget_says_so_and_stays_as_it_is()
    {
        TinyData.Write(_folder.Of("data"));
        _folder.Write("x.csx", """
            await Search("x").Data("fashion-mnist", new { Data = "data" }).Space("fbnetv2-f", new { Scale = "mini" }).Strategy("parsec")
                .Training(new { BatchSize = 16 }).Objective(Maximize.Accuracy()).Budget(steps: Parameter("steps", 2, "of the search")).RunAsync();
            """);
        (await NasProgram.RunAsync(_folder.Path, "run", "x.csx")).Succeeded();

        (await NasProgram.RunAsync(_folder.Path, "run", "x.csx", "--set", "steps=4")).ShouldRefuse(
            "Search 'x' cannot go on with another budget", "estimator 'supernet' plans over the budget that it began with", "another name");

        (await NasProgram.RunAsync(_folder.Path, "run", "x.csx", "--json")).Succeeded().Json.GetProperty("steps").GetInt64().Should().Be(2);
    }

    private Task<ProgramResult> RunAsync(string workspace, int trials) =>
        NasProgram.RunAsync(_folder.Path, "run", "x.csx", "--set", $"trials={trials}", "--workspace", workspace, "--json");

    private async Task<string> TrialsAsync(string workspace) =>
        (await NasProgram.RunAsync(_folder.Path, "show", "x", "--workspace", workspace, "--json")).Succeeded().Json.GetProperty("trials").GetRawText();
}
