using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>An objective that a plugin brings, from its listing to the result.</summary>
public sealed class ObjectivePluginTests : IDisposable
{
    private static readonly string Manifest = Path.Combine(Repository.Root, "tests", "NasEngine.Faults.Plugin", "plugins.json");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_listed_with_its_options()
    {
        var parts = (await NasProgram.RunAsync(_folder.Path, "plugins", "--json", "--plugins", Manifest)).Succeeded().Json.GetProperty("parts");

        parts.EnumerateArray().Where(part => part.GetProperty("kind").GetString() == "objective")
            .Select(part => $"{part.GetProperty("id")} of {part.GetProperty("plugin")}").Should().Equal("faulty of faults");
    }

    [Fact]
    public async Task A_search_by_it_finds_its_best_and_has_its_axes_targets_and_plugin_in_the_journal()
    {
        (await RunAsync("""new { Metric = "test_accuracy" }""")).Succeeded().Output.Should().Contain("is over its target: MACs");

        var shown = (await NasProgram.RunAsync(_folder.Path, "show", "own", "--json", "--plugins", Manifest)).Succeeded().Json;
        var least = shown.GetProperty("trials").EnumerateArray().Min(trial => trial.GetProperty("metrics").GetProperty("test_accuracy").GetDouble());
        shown.GetProperty("finalists")[0].GetProperty("metrics").GetProperty("test_accuracy").GetDouble().Should().Be(least);
        shown.GetProperty("spec").GetProperty("objective").GetRawText().Should().Be("""{"id":"faulty","Metric":"test_accuracy"}""");
        shown.GetProperty("spec").GetProperty("axes").GetRawText().Should().Be(
            """[{"metric":"test_accuracy","direction":"minimize"},{"metric":"macs","direction":"maximize"}]""");
        shown.GetProperty("pareto_front").GetProperty("points").GetArrayLength().Should().BePositive();
        shown.GetProperty("origin").GetProperty("plugins").EnumerateObject().Select(plugin => plugin.Name).Should().Contain("faults");

        (await RunAsync("""new { Metric = "test_accuracy", Limit = 2 }""")).ShouldRefuse("'own'", "objective.Limit: default → 2");
    }

    [Fact]
    public async Task One_that_throws_ends_the_search_with_its_name()
    {
        var result = await RunAsync("""new { Metric = "test_accuracy", Limit = 0.01 }""");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("Search 'own' failed: Objective 'faulty' failed to score a trial: that is too much").And.NotContain("   at ");
    }

    [Fact]
    public async Task An_unknown_one_and_an_unknown_option_are_refused_before_anything_is_written()
    {
        (await RunAsync("""new { Metrik = "x" }""")).ShouldRefuse("Unknown option 'Metrik' of objective 'faulty'", "metric");
        (await RunAsync("null", "faultless")).ShouldRefuse("Unknown objective 'faultless'", "faulty");
        File.Exists(Path.Combine(_folder.Path, ".nas", "journal.db")).Should().BeFalse();
    }

    private Task<ProgramResult> RunAsync(string options, string id = "faulty")
    {
        CellTable.Write(_folder);
        _folder.Write("own.csx", $$"""
            var result = await Search("own").Space("nasbench201").Strategy("random").Estimator("table", new { Table = "table.csv" })
                .Objective("{{id}}", {{options}}).Budget(trials: 30).RunAsync();
            result.Print();
            """);
        return NasProgram.RunAsync(_folder.Path, "run", "own.csx", "--plugins", Manifest);
    }
}
