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
    public async Task It_is_empty_when_a_part_fails_and_the_search_with_it()
    {
        var result = await RunAsync("", "true", "inproc");

        result.ExitCode.Should().Be(1);
        result.Output.Should().BeEmpty();
        result.Error.Should().Contain("the costs cannot be counted");
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
