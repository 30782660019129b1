using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>Threads that the machine chose are told and kept.</summary>
public sealed class ThreadsTests : IDisposable
{
    private const string Told = "thread";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Threads_that_the_machine_chose_are_told_once_kept_by_a_resume_and_shown()
    {
        TinyData.Write(_folder.Of("data"));
        var chosen = Math.Max(1, Environment.ProcessorCount / Math.Min(2, Environment.ProcessorCount));

        var first = (await RunAsync("", "--workers", "2")).Succeeded();
        first.Error.Should().MatchRegex($"[12] workers? with {chosen} threads? each, as there are {Environment.ProcessorCount} cores?; the search keeps to that");

        var again = (await RunAsync("", "--workers", "1")).Succeeded();
        again.Error.Should().NotContain(Told, "it is as it was, with whatever number of workers");
        var spec = (await NasProgram.RunAsync(_folder.Path, "show", "x", "--json")).Succeeded().Json.GetProperty("spec");
        spec.GetProperty("threads").GetInt32().Should().Be(chosen);
    }

    [Fact]
    public async Task Threads_that_the_recipe_or_the_command_says_are_not_told()
    {
        TinyData.Write(_folder.Of("data"));
        (await RunAsync(".Threads(1)")).Succeeded().Error.Should().NotContain(Told);
        (await RunAsync("", "--threads-per-worker", "1", "--workspace", "other")).Succeeded().Error.Should().NotContain(Told);
    }

    private Task<ProgramResult> RunAsync(string more, params string[] arguments)
    {
        _folder.Write("x.csx", $$"""
            await Search("x").Data("fashion-mnist", new { Data = "data" }).Space("mlp", new { Scale = "mini" }).Strategy("random")
                .Training(new { Epochs = 1 }).Objective(Maximize.Accuracy()).Budget(trials: 2).Window(2){{more}}.RunAsync();
            """);
        return NasProgram.RunAsync(_folder.Path, ["run", "x.csx", "--isolation", "inproc", .. arguments]);
    }
}
