using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary><c>nas show</c> of a search that did not come to its end.</summary>
public sealed class ShownTrialsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_has_the_best_so_far_and_the_trials_and_those_that_failed()
    {
        CellTable.Write(_folder);
        _folder.Write("recipe.csx", """
            await Search("part").Space("nasbench201").Strategy("random").Estimator("table", new { Table = "table.csv", FailureRate = 0.3 })
                .Objective(Maximize.Metric("test_accuracy").Against(Macs())).Budget(trials: 40).Seed(3).RunAsync();
            """);
        (await NasProgram.RunAsync(_folder.Path, "run", "recipe.csx")).Succeeded();

        var text = (await NasProgram.RunAsync(_folder.Path, "show", "part")).Succeeded().Output;
        var trials = (await NasProgram.RunAsync(_folder.Path, "show", "part", "--json")).Succeeded().Json.GetProperty("trials")
            .EnumerateArray().ToArray();

        var failed = trials.Count(trial => trial.TryGetProperty("failure", out _));
        failed.Should().BeInRange(1, 39);
        text.Should().ContainAll(
            "… 20 trials before: nas show --json has all", "trial 39  ", "  failed: BadArchitecture: This candidate fails on purpose",
            $"{failed} of 40 trials failed:", $"  {failed} × BadArchitecture: ", "  MACs ", "test acc 0.");
    }
}
