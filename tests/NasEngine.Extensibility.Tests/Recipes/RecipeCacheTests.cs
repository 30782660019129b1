
namespace NasEngine.Extensibility.Tests.Recipes;

public sealed class RecipeCacheTests : RecipeTest
{
    private string[] Cached => Directory.Exists(Folder.Of("cache")) ? Directory.GetFiles(Folder.Of("cache")) : [];

    [Fact]
    public async Task A_recipe_that_did_not_change_is_compiled_once()
    {
        await Run("Print(\"first\");");
        var compiled = Cached.Should().ContainSingle().Which;
        var stamp = File.GetLastWriteTimeUtc(compiled);

        await Run("Print(\"first\");");
        Cached.Should().Equal(compiled);
        File.GetLastWriteTimeUtc(compiled).Should().Be(stamp);
        Runner.Printed.Should().Equal("first", "first");
    }

    [Fact]
    public async Task What_is_in_the_cache_runs_instead_of_the_compiler()
    {
        await Run("Print(\"one\");");
        var one = Cached.Single();
        await Run("Print(\"two\");");
        var two = Cached.Single(path => path != one);
        File.Copy(one, two, overwrite: true);

        await Run("Print(\"two\");");
        Runner.Printed.Should().Equal("one", "two", "one");
    }

    [Fact]
    public async Task A_change_of_a_loaded_file_compiles_again()
    {
        const string recipe = "#load \"word.csx\"\nPrint(Word);";
        Folder.Write("word.csx", "const string Word = \"old\";");
        await Run(recipe);
        Folder.Write("word.csx", "const string Word = \"new\";");
        await Run(recipe);
        Runner.Printed.Should().Equal("old", "new");
    }

    [Fact]
    public async Task A_damaged_file_of_the_cache_is_compiled_again()
    {
        await Run("Print(1);");
        File.WriteAllText(Cached.Single(), "not an assembly");
        await Run("Print(1);");
        Runner.Printed.Should().Equal("1", "1");
        new FileInfo(Cached.Single()).Length.Should().BeGreaterThan(1000);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_does_not_stop_a_recipe()
    {
        Folder.Write("cache", "a file where the folder should be");
        await Run("Print(1);");
        Runner.Printed.Should().Equal("1");
    }

    [Fact]
    public async Task A_recipe_that_does_not_compile_leaves_nothing()
    {
        await Refusal("nonsense");
        Cached.Should().BeEmpty();
    }
}
