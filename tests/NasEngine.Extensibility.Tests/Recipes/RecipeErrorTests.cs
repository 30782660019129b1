using NasEngine.Contracts;
using NasEngine.Extensibility.Recipes;

namespace NasEngine.Extensibility.Tests.Recipes;

public sealed class RecipeErrorTests : RecipeTest
{
    [Fact]
    public async Task A_compile_error_shows_file_line_column_and_the_line() =>
        (await Refusal("var a = 1;\nvar b = a + missing;\n")).Should().Be(
            $"{Folder.Of("recipe.csx")}:2:13: The name 'missing' does not exist in the current context (CS0103)\n" +
            "    var b = a + missing;\n" +
            "                ^");

    [Fact]
    public async Task Only_the_first_errors_are_shown() =>
        (await Refusal("a();\nb();\nc();\nd();\ne();\n")).Should().Contain(":3:1:").And.NotContain(":4:1:").And.EndWith("… and 2 more");

    [Fact]
    public async Task An_error_in_a_loaded_file_names_that_file()
    {
        var common = Folder.Write("parts/common.csx", "int Twice(int x) => x * two;");
        (await Refusal("#load \"parts/common.csx\"\nPrint(Twice(2));")).Should().StartWith($"{common}:1:25: ");
    }

    [Fact]
    public async Task A_loaded_file_that_is_missing_is_named_at_its_line() =>
        (await Refusal("\n#load \"nowhere.csx\"\n")).Should().StartWith($"{Folder.Of("recipe.csx")}:2:7: ").And.Contain("nowhere.csx");

    [Fact]
    public async Task Nullable_warnings_are_errors() =>
        (await Refusal("string? a = Environment.GetEnvironmentVariable(\"NONE\");\nPrint(a.Length);")).Should().Contain(":2:7:").And.Contain("CS8602");

    [Fact]
    public async Task A_search_that_is_described_and_not_run_is_refused_with_how_to_run_it() =>
        (await Refusal("var a = Search(\"a\").Space(\"s\").Strategy(\"random\").Budget(trials: 2);\n")).Should().Be(
            $"{Folder.Of("recipe.csx")}:1: the recipe describes search 'a' here and does not run it; end it with RunAsync, as in: var result = await Search(\"a\")….RunAsync();");

    [Fact]
    public async Task A_search_that_is_run_by_one_of_its_descriptions_is_run()
    {
        await Run("var a = Search(\"a\");\nawait Search(\"a\").Space(\"s\").Strategy(\"random\").Budget(trials: 2).RunAsync();\n");

        Runner.Specs.Should().ContainSingle();
    }

    [Theory]
    [InlineData("var a = {0}.RunAsync();")]
    [InlineData("_ = {0}.RunAsync();")]
    public async Task A_search_that_nobody_waits_for_is_waited_for(string recipe)
    {
        Runner.Held = new TaskCompletionSource();
        var run = Run(string.Format(recipe, "Search(\"a\").Space(\"s\").Strategy(\"random\").Budget(trials: 2)"));
        await Task.WhenAny(run, Runner.Asked.Task);

        run.IsCompleted.Should().BeFalse("it failed with {0}", run.Exception);
        Runner.Held.SetException(new InputException("it failed"));

        (await FluentActions.Awaiting(() => run).Should().ThrowAsync<InputException>()).WithMessage("it failed");
    }

    [Theory]
    [InlineData("_ = {0}.RunAsync();")]
    [InlineData("try { await {0}.RunAsync(); } catch (InputException) { }")]
    public async Task A_search_that_failed_before_the_recipe_ended_is_its_failure(string recipe)
    {
        Runner.Held = new TaskCompletionSource();
        Runner.Held.SetException(new InputException("it failed"));

        (await Refusal(recipe.Replace("{0}", "Search(\"a\").Space(\"s\").Strategy(\"random\").Budget(trials: 2)"))).Should().Be("it failed");
    }

    [Fact]
    public async Task A_search_that_failed_and_ran_well_in_a_second_run_is_no_failure()
    {
        Runner.FailuresFirst = 1;

        await Run("""
            var a = Search("a").Space("s").Strategy("random").Budget(trials: 2);
            try { await a.RunAsync(); } catch (InputException) { await a.RunAsync(); }
            """);

        Runner.Specs.Should().HaveCount(2);
    }

    [Fact]
    public async Task An_exception_of_the_recipe_names_the_file_and_line() =>
        (await Refusal("var a = new int[2];\nawait Task.Yield();\nvar i = 5;\nPrint(a[i]);\n")).Should().Be(
            $"{Folder.Of("recipe.csx")}:4: the recipe failed here: Index was outside the bounds of the array. (IndexOutOfRangeException)");

    [Fact]
    public async Task An_exception_in_a_loaded_file_names_that_file()
    {
        var common = Folder.Write("common.csx", "\nint Half(int x) => x / (x - x);");
        (await Refusal("#load \"common.csx\"\nHalf(2);")).Should().StartWith($"{common}:2: the recipe failed here: ");
    }

    [Fact]
    public async Task A_failure_of_the_search_passes_through()
    {
        var failure = new InvalidOperationException("the search failed");
        var runner = new RecordingRunner { Failure = failure };
        var path = Folder.Write("recipe.csx", """await Search("a").Space("s").Strategy("r").Budget(trials: 1).RunAsync();""");

        var run = () => new RecipeRunner(Folder.Of("cache")).RunAsync(path, OptionBag.Empty, runner, CancellationToken.None);
        (await run.Should().ThrowAsync<InvalidOperationException>()).Which.Should().BeSameAs(failure);
    }

    [Fact]
    public async Task A_recipe_that_is_not_there_is_named()
    {
        Folder.Write("there.csx", "");
        var run = (string name) => FluentActions.Awaiting(() => RunFile(Folder.Of(name))).Should().ThrowAsync<InputException>();
        (await run("nowhere.csx")).WithMessage("Recipe '*nowhere.csx' cannot be read: there is no such file. Give the path of a .csx file.");
        (await run("there")).WithMessage("Recipe '*there' cannot be read: there is no such file. did you mean '*there.csx'?");
    }
}
