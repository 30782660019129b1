using System.Text.Json;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>Standard output is for the machine that reads it, whatever happens in the search.</summary>
public sealed class JsonOutputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("exit", "process")]
    [InlineData("throws", "inproc")]
    [InlineData("garbage", "process")]
    public async Task It_is_one_object_also_when_a_worker_is_lost_and_started_again(string fault, string isolation)
    {
        var result = await RunAsync($"Fault = \"{fault}\", At = 2L, Marker = \"{_folder.Of("marker")}\"", "false", isolation);

        result.Succeeded().Error.Should().Contain("Attempt 1 of 3 at candidate 2 failed");
        using var json = JsonDocument.Parse(result.Output);
        json.RootElement.GetProperty("search").GetString().Should().Be("faulty");
    }

    [Fact]
    public async Task It_is_one_object_with_the_error_when_a_part_fails_and_the_search_with_it()
    {
        var result = await RunAsync("", "true", "inproc");

        Error(result, 1).Should().Contain("the costs cannot be counted");
        result.Json.GetProperty("error").GetProperty("meaning").GetString().Should().Be("the search failed");
        result.Error.Should().Contain("the costs cannot be counted");
    }

    [Theory]
    [InlineData("throw new InvalidOperationException(\"too bad\");", "too bad")]
    [InlineData("Serch(\"x\");", "recipe.csx:1:1")]
    [InlineData("Search(\"x\").Budget(trials: 2);", "does not run it")]
    public async Task It_is_one_object_with_the_error_when_a_recipe_is_none(string recipe, string message)
    {
        _folder.Write("recipe.csx", recipe);

        var result = await NasProgram.RunAsync(_folder.Path, "run", "recipe.csx", "--json");

        Error(result, 2).Should().Contain(message);
        result.Json.GetProperty("searches").GetArrayLength().Should().Be(0);
    }

    [Theory]
    [InlineData("run none.csx --json", "none.csx")]
    [InlineData("run recipe.csx --json --workers 0", "--workers")]
    [InlineData("resume x --json", "has no journal")]
    [InlineData("show x --json", "has no journal")]
    [InlineData("space size nowhere --json", "nowhere")]
    [InlineData("list --json --colour", "--colour")]
    public async Task It_is_one_object_with_the_error_whatever_the_command(string line, string message) =>
        Error(await NasProgram.RunAsync(_folder.Path, line.Split(' ')), 2).Should().Contain(message);

    [Fact]
    public async Task It_has_all_searches_of_a_recipe_and_those_that_were_done_before_it_failed()
    {
        CellTable.Write(_folder);
        _folder.Write("recipe.csx", """
            var fails = Parameter("fails", false, "whether it fails at its end");
            foreach (var name in new[] { "first", "second" })
            {
                await Search(name).Space("nasbench201").Strategy("random").Estimator("table", new { Table = "table.csv" })
                    .Objective(Maximize.Metric("test_accuracy")).Budget(trials: 3).RunAsync();
            }

            if (fails)
            {
                throw new InvalidOperationException("too bad");
            }
            """);

        var done = (await NasProgram.RunAsync(_folder.Path, "run", "recipe.csx", "--json")).Succeeded();
        var failed = await NasProgram.RunAsync(_folder.Path, "run", "recipe.csx", "--json", "--set", "fails=true");

        done.Json.GetProperty("search").GetString().Should().Be("second");
        done.Json.GetProperty("error").ValueKind.Should().Be(JsonValueKind.Null);
        Error(failed, 2).Should().Contain("too bad");
        foreach (var result in new[] { done, failed })
        {
            result.Json.GetProperty("searches").EnumerateArray().Select(search => search.GetProperty("search").GetString())
                .Should().Equal("first", "second");
        }
    }

    [Fact]
    public async Task It_says_that_there_was_no_search()
    {
        _folder.Write("recipe.csx", "Print(1);");

        var result = (await NasProgram.RunAsync(_folder.Path, "run", "recipe.csx", "--json")).Succeeded();

        result.Output.Should().Be("{\"searches\":[],\"error\":null}\n");
        result.Error.Should().Be("1\nRecipe 'recipe.csx' ran no search; one is run by: await Search(\"name\")….RunAsync();\n");
    }

    /// <summary>The error's message in the one object that was printed.</summary>
    private static string Error(ProgramResult result, int code)
    {
        result.ExitCode.Should().Be(code);
        result.Output.TrimEnd().Should().NotContain("\n");
        var error = result.Json.GetProperty("error");
        error.GetProperty("exit_code").GetInt32().Should().Be(code);
        return error.GetProperty("message").GetString()!;
    }

    private Task<ProgramResult> RunAsync(string fault, string uncounted, string isolation)
    {
        _folder.Write("recipe.csx", $$"""
            await Search("faulty").Space("faulty", new { Uncounted = {{uncounted}} }).Strategy("faulty").Estimator("faulty", new { {{fault}} })
                .Objective(Maximize.Metric("score")).Budget(trials: 6).Seed(5).RunAsync();
            """);
        return NasProgram.RunAsync(
            _folder.Path, "run", "recipe.csx", "-w", "ws", "--json", "--isolation", isolation,
            "--plugins", Path.Combine(Repository.Root, "tests", "NasEngine.Faults.Plugin", "plugins.json"));
    }
}
