using NasEngine.Extensibility.Recipes;

namespace NasEngine.Extensibility.Tests.Recipes;

public sealed class ShippedRecipeTests : RecipeTest
{
    public static TheoryData<string> Recipes => [.. Directory.GetFiles(Scripts, "*.csx").Select(path => Path.GetFileName(path))];

    private static string Scripts => Repository.Path("scripts");

    [Theory]
    [MemberData(nameof(Recipes))]
    public async Task A_recipe_of_ours_compiles_describes_itself_and_runs(string name)
    {
        var path = Path.Combine(Scripts, name);
        var description = await new RecipeRunner(Folder.Of("cache")).DescribeAsync(path);
        description.Summary.Should().NotBeEmpty();
        description.Parameters.Should().Contain(parameter => parameter.Name == "seed")
            .And.OnlyContain(parameter => parameter.Summary.Length > 0);

        await RunFile(path, ("seed", "3"));
        Runner.Specs.Should().Contain(spec => spec.Seed == 3).And.OnlyContain(spec => spec.Seed >= 3);
        Runner.Printed.Should().IntersectWith(Runner.Specs.Select(spec => "result of " + spec.Name));
    }
}
