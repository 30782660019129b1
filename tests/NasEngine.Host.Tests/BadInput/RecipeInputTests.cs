using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.BadInput;

/// <summary>A recipe that cannot be run is refused in one sentence, and nothing is written.</summary>
public sealed class RecipeInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_unknown_recipe_is_named()
    {
        var result = await NasProgram.RunAsync(_folder.Path, "run", "nope.csx");

        result.ShouldRefuse("nope.csx", "no such file", ".csx");
        _folder.Content.Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("// A comment.\n")]
    public async Task A_recipe_of_nothing_is_refused(string text)
    {
        _folder.Write("empty.csx", text);

        (await NasProgram.RunAsync(_folder.Path, "run", "empty.csx")).ShouldRefuse("Recipe 'empty.csx' is empty", "Search(");
    }

    [Fact]
    public async Task A_recipe_that_does_not_compile_is_refused_with_file_line_column_and_the_line()
    {
        _folder.Write("bad.csx", "var steps = 3;\nvar result = await Serch(\"x\").RunAsync();\n");

        var result = await NasProgram.RunAsync(_folder.Path, "run", "bad.csx");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Be(
            "nas: bad.csx:2:20: there is no 'Serch'; did you mean 'Search'?\n" +
            "    var result = await Serch(\"x\").RunAsync();\n" +
            "                       ^\n");
        _folder.Content.Should().Equal("bad.csx");
    }

    [Fact]
    public async Task An_exception_of_the_recipe_itself_is_told_with_its_line()
    {
        _folder.Write("throws.csx", "var x = 1;\nthrow new InvalidOperationException(\"too bad\");\n");

        var result = await NasProgram.RunAsync(_folder.Path, "run", "throws.csx");

        result.ShouldRefuse("throws.csx:2", "too bad");
    }

    /// <summary>Refused by the budget, by the strategy's kind of work, and by what costs are known: each before anything is written.</summary>
    [Theory]
    [InlineData("random", ".Budget(time: \"soon\")", "has time: \"soon\"", "\"15m\"")]
    [InlineData("random", ".Budget(steps: 5)", "5 steps of a supernet", "proposes trials", ".Budget(trials: …)")]
    [InlineData("fp-nas", ".Budget(steps: 5).Objective(Maximize.Accuracy().Under(Milliseconds(2)))", "latency_ms", "before it runs", ".Costs(…)")]
    [InlineData("fp-nas", ".Budget(time: \"1m\")", "the budget does not say how many", ".Budget(steps: 300)")]
    public async Task A_search_that_cannot_work_is_refused_before_it_begins(string strategy, string rest, params string[] words)
    {
        _folder.Write("x.csx", $"""await Search("x").Data(Data.FashionMnist()).Space("nasbench201").Strategy("{strategy}"){rest}.RunAsync();""");

        (await NasProgram.RunAsync(_folder.Path, "run", "x.csx")).ShouldRefuse(words);

        _folder.Content.Should().Equal("x.csx");
    }

    [Theory]
    [InlineData("strategy", "search.csx:3: Unknown strategy 'randm'", "did you mean 'random'?")]
    [InlineData("space", "search.csx:2: Unknown space 'nasbench21'", "did you mean 'nasbench201'?")]
    [InlineData("option", "search.csx:3: Unknown option 'Populaton'", "did you mean 'population'?")]
    [InlineData("range", "search.csx:3: Option 'population'", "is '0'", "must be")]
    [InlineData("table", "gone.csv", "cannot be read")]
    [InlineData("objective", "search.csx:5: Unknown objective 'accuracy'", "to maximise a metric, write .Objective(Maximize.Metric(\"val_accuracy\"))")]
    public async Task A_part_that_cannot_be_is_named_with_what_would_be_right(string wrong, params string[] words)
    {
        _folder.Write("search.csx", $$"""
            await Search("x")
                .Space("{{(wrong == "space" ? "nasbench21" : "nasbench201")}}")
                .Strategy({{wrong switch
                {
                    "strategy" => "\"randm\"",
                    "option" => "\"regularized-evolution\", new { Populaton = 10 }",
                    "range" => "\"regularized-evolution\", new { Population = 0 }",
                    _ => "\"random\"",
                }}})
                .Estimator("table", new { Table = "gone.csv" })
                .Objective({{(wrong == "objective" ? "\"accuracy\"" : "Maximize.Metric(\"test_accuracy\")")}})
                .Budget(trials: 3)
                .RunAsync();
            """);

        var result = await NasProgram.RunAsync(_folder.Path, "run", "search.csx");

        result.ShouldRefuse(words);
        _folder.Content.Should().Equal("search.csx");
    }

    [Fact]
    public async Task A_space_for_other_images_than_the_data_has_is_named_at_its_line_with_the_options_that_fit()
    {
        TinyData.Write(_folder.Of("data"));
        _folder.Write("large.csx", """
            await Search("x")
                .Data("fashion-mnist", new { Data = "data" })
                .Space("fbnetv2-f")
                .Strategy("random")
                .Budget(trials: 3)
                .RunAsync();
            """);

        (await NasProgram.RunAsync(_folder.Path, "run", "large.csx")).ShouldRefuse(
            "large.csx:3: Space 'fbnetv2-f' is for images 3×224×224", "has 1×28×28", "new { InputChannels = 1, InputSize = 28, Classes = 10 }");
    }

    [Theory]
    [InlineData("stepz=3", "'stepz'", "did you mean 'steps'?")]
    [InlineData("steps=many", "'steps'", "'many'", "whole number")]
    [InlineData("steps=0", "'steps'", "'0'", "from 1")]
    [InlineData("steps", "'steps'", "NAME=VALUE")]
    public async Task A_parameter_that_cannot_be_is_named_with_what_would_be_right(string set, params string[] words)
    {
        var result = await NasProgram.RunAsync(_folder.Path, "run", Repository.FpNas, "--set", set);

        result.ShouldRefuse(words);
        _folder.Content.Should().BeEmpty();
    }

    [Fact]
    public async Task Verbose_adds_the_stack_trace()
    {
        var result = await NasProgram.RunAsync(_folder.Path, "run", "nope.csx", "--verbose");

        result.ExitCode.Should().Be(2);
        result.Error.Should().StartWith("nas: Recipe 'nope.csx'").And.Contain("   at NasEngine.");
    }
}
