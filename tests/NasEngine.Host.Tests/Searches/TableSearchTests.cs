using System.Text.Json;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>A search of a table, from the first run to showing it.</summary>
public sealed class TableSearchTests : IDisposable
{
    private const string Name = "nasbench201-regularized-evolution-120-1-3";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_ends_with_one_object_and_the_same_comes_again_from_run_and_resume()
    {
        var first = (await RunAsync("--json")).Succeeded().Json;

        first.EnumerateObject().Select(member => member.Name).Should().Contain(["search", "state", "best", "samples", "steps", "seconds"]);
        first.GetProperty("search").GetString().Should().Be(Name);
        first.GetProperty("state").GetString().Should().Be("completed");
        first.GetProperty("steps").GetInt64().Should().Be(120);
        first.GetProperty("samples").GetInt64().Should().Be(120);
        first.GetProperty("best").GetProperty("metrics").EnumerateObject().Select(metric => metric.Name)
            .Should().Contain(["test_accuracy", "val_accuracy", "macs", "params"]);

        var again = (await RunAsync("--json")).Succeeded();
        again.Json.GetRawText().Should().Be(first.GetRawText());
        again.Error.Should().BeEmpty("there is nothing left to do");

        var broken = _folder.Write("broken.json", """{"plugins": [{"id": "broken", "path": "none.dll"}]}""");
        var resumed = (await NasProgram.RunAsync(_folder.Path, "resume", Name, "--json", "--plugins", broken)).Succeeded();
        resumed.Json.GetRawText().Should().Be(first.GetRawText(), "of the plugins those alone are loaded that it ran on");
    }

    [Fact]
    public async Task What_ran_is_listed_and_shown_and_nothing_but_times_differs_between_two_equal_searches()
    {
        (await RunAsync()).Succeeded().Output.Should().Contain("best").And.Contain("Results: ").And.NotContain("\u001b", "a pipe gets no colours");
        (await RunAsync("--workspace", "other")).Succeeded();

        var list = (await NasProgram.RunAsync(_folder.Path, "list", "--json")).Succeeded().Json.GetProperty("searches");
        list.GetArrayLength().Should().Be(1);
        list[0].GetProperty("search").GetString().Should().Be(Name);
        list[0].GetProperty("state").GetString().Should().Be("completed");
        (await NasProgram.RunAsync(_folder.Path, "list")).Succeeded().Output.Should().Contain(Name).And.Contain("completed");

        var one = (await NasProgram.RunAsync(_folder.Path, "show", "1", "--json")).Succeeded().Json;
        var other = (await NasProgram.RunAsync(_folder.Path, "show", Name, "--json", "--workspace", "other")).Succeeded().Json;
        Repeatable(one).Should().Equal(Repeatable(other));

        var trials = one.GetProperty("trials").EnumerateArray().ToArray();
        trials.Select(trial => trial.GetProperty("number").GetInt64()).Should().Equal(Enumerable.Range(0, 120).Select(number => (long)number));
        var accuracies = trials.Select(trial => trial.GetProperty("metrics").GetProperty("test_accuracy").GetDouble());
        one.GetProperty("finalists")[0].GetProperty("metrics").GetProperty("test_accuracy").GetDouble().Should().Be(accuracies.Max());
    }

    [Fact]
    public async Task Two_searches_of_one_recipe_may_feed_each_other()
    {
        CellTable.Write(_folder);
        _folder.Write("two.csx", """
            var first = await Look("first", 5);
            var second = await Look("second", first.Samples > 4 ? 7 : 1);
            Print($"{first.Steps} then {second.Steps}");

            Task<SearchResult> Look(string name, int trials) => Search(name)
                .Space("nasbench201")
                .Strategy("random")
                .Estimator("table", new { Table = "table.csv" })
                .Objective(Maximize.Metric("test_accuracy"))
                .Budget(trials: trials)
                .RunAsync();
            """);

        var result = (await NasProgram.RunAsync(_folder.Path, "run", "two.csx")).Succeeded();

        result.Output.TrimEnd().Should().EndWith("5 then 7");
        var list = (await NasProgram.RunAsync(_folder.Path, "list", "--json")).Json.GetProperty("searches");
        list.EnumerateArray().Select(search => search.GetProperty("search").GetString()).Should().Equal("first", "second");
    }

    [Fact]
    public async Task Another_definition_under_the_same_name_is_refused_with_the_difference()
    {
        CellTable.Write(_folder);
        const string Recipe = """
            var trials = Parameter("trials", 5, "how many");
            await Search("x").Space("nasbench201").Strategy("random").Estimator("table", new { Table = "table.csv" })
                .Objective(Maximize.Metric("test_accuracy")).Budget(trials: trials).RunAsync();
            """;
        _folder.Write("x.csx", Recipe);
        (await NasProgram.RunAsync(_folder.Path, "run", "x.csx")).Succeeded();

        (await NasProgram.RunAsync(_folder.Path, "run", "x.csx", "--set", "trials=4")).ShouldRefuse("'x'", "budget: 5 → 4", "another name");
    }

    private Task<ProgramResult> RunAsync(params string[] more) => NasProgram.RunAsync(
        _folder.Path,
        ["run", Repository.NasBench201, "--set", "table=" + CellTable.Write(_folder), "--set", "evaluations=120", "--set", "seed=3", .. more]);

    private static Dictionary<string, string> Repeatable(JsonElement shown) => shown.EnumerateObject()
        .Where(member => member.Name is not ("times" or "origin"))
        .ToDictionary(member => member.Name, member => member.Value.GetRawText());
}
