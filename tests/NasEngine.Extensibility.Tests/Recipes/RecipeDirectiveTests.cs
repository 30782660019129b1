using NasEngine.Extensibility.Tests.Plugins;

namespace NasEngine.Extensibility.Tests.Recipes;

public sealed class RecipeDirectiveTests : RecipeTest
{
    [Fact]
    public async Task Loaded_files_load_others_relative_to_themselves()
    {
        Folder.Write("parts/outer.csx", "#load \"deep/inner.csx\"\nint Outer() => Inner() + 1;");
        Folder.Write("parts/deep/inner.csx", "int Inner() => 40;");
        await Run("#load \"parts/outer.csx\"\nPrint(Outer() + 1);");
        Runner.Printed.Should().Equal("42");
    }

    [Fact]
    public async Task A_loaded_file_declares_parameters_and_searches_for_all_who_load_it()
    {
        Folder.Write("common.csx", """
            var steps = Parameter("steps", 10, "steps");
            RecipeSearch Common(string name) => Search(name).Space("s").Strategy("r").Budget(steps: steps);
            """);
        await Run("#load \"common.csx\"\nawait Common(\"a\").RunAsync();\nawait Common(\"b\").Seed(1).RunAsync();", ("steps", "5"));
        Runner.Specs.Select(spec => (spec.Name, spec.Seed, spec.Budget.Candidates)).Should().Equal(("a", 0, 5), ("b", 1, 5));
    }

    [Fact]
    public async Task A_library_is_used_by_path_also_from_the_cache()
    {
        PluginSource.Compile(Folder.Of("lib/Answers.dll"), "public static class Answers { public static int Ultimate => 42; }");
        const string recipe = "#r \"lib/Answers.dll\"\nPrint(Answers.Ultimate);";
        await Run(recipe);
        await Run(recipe);
        Runner.Printed.Should().Equal("42", "42");
        Directory.GetFiles(Folder.Of("cache")).Should().ContainSingle();
    }

    [Fact]
    public async Task A_library_that_is_missing_is_named_at_its_line() =>
        (await Refusal("#r \"none.dll\"\n")).Should().StartWith($"{Folder.Of("recipe.csx")}:1:1: ").And.Contain("none.dll");
}
