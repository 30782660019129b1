using NasEngine.Extensibility.Recipes;

namespace NasEngine.Extensibility.Tests.Recipes;

public sealed class ShippedRecipeTests : RecipeTest
{
    public static TheoryData<string> Recipes => [.. Names(Scripts)];

    public static TheoryData<string> Published => [.. Names(Path.Combine(Scripts, "paper"))];

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

    /// <summary>Of published experiments, at the paper's scale and at the small one that the acceptance script runs to its end.</summary>
    [Theory]
    [MemberData(nameof(Published))]
    public async Task A_recipe_of_a_published_experiment_has_the_papers_scale_and_a_small_one(string name)
    {
        var path = Path.Combine(Scripts, "paper", name);
        var description = await new RecipeRunner(Folder.Of("cache")).DescribeAsync(path);
        description.Summary.Should().Contain("arXiv");
        description.Parameters.Should().Contain(parameter => parameter.Name == "mini").And.Contain(parameter => parameter.Name == "photos")
            .And.OnlyContain(parameter => parameter.Summary.Length > 0);

        await RunFile(path, ("seed", "3"), ("photos", "photos"), ("classes", "5"));
        var (paper, searches) = (Runner.Specs[0], Runner.Specs.Count);
        paper.Space.Options.Values.Should().Contain("scale", "paper").And.Contain("classes", "5").And.Contain("inputChannels", "3");
        paper.Data!.Id.Should().Be("folder");

        await RunFile(path, ("seed", "3"), ("mini", "true"));
        var mini = Runner.Specs[searches];
        mini.Space.Options.Values.Should().Contain("scale", "mini").And.Contain("inputChannels", "1");
        mini.Budget.Steps.Should().BeLessThan(paper.Budget.Steps!.Value);
        Runner.Printed.Should().Contain("result of " + paper.Name);
    }

    private static IEnumerable<string> Names(string folder) => Directory.GetFiles(folder, "*.csx").Select(path => Path.GetFileName(path));
}
