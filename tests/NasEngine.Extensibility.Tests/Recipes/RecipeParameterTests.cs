using NasEngine.Contracts;
using NasEngine.Extensibility.Recipes;

namespace NasEngine.Extensibility.Tests.Recipes;

public sealed class RecipeParameterTests : RecipeTest
{
    private const string AllKinds = """
        // Tries a thing
        // on two lines.

        var steps = Parameter("steps", 300, "supernet steps", min: 1, max: 1000);
        var big = Parameter("big", 5_000_000_000, "a large number");
        var rate = Parameter("rate", 0.25, "learning rate", min: 0);
        var fast = Parameter("fast", false, "skip the final");
        var table = Parameter("table", "cifar10", "the table", "cifar10", "cifar100");
        Print($"{steps} {big} {rate} {fast} {table}");
        await Search("a").Space("s").Strategy("r").Budget(steps: steps).RunAsync();
        Print("after");
        """;

    [Fact]
    public async Task Parameters_have_their_defaults_when_nothing_is_set()
    {
        await Run(AllKinds);
        Runner.Printed.Should().Equal("300 5000000000 0.25 False cifar10", "after");
    }

    [Fact]
    public async Task Set_values_reach_the_recipe()
    {
        await Run(AllKinds, ("steps", "7"), ("big", "1"), ("rate", "1e-3"), ("fast", "true"), ("table", "cifar100"));
        Runner.Printed[0].Should().Be("7 1 0.001 True cifar100");
        Runner.Specs.Single().Budget.Should().Be(new Budget(7) { Steps = 7 });
    }

    [Theory]
    [InlineData("steps", "0", "'steps'", "'0'; it must be a whole number from 1 to 1000.")]
    [InlineData("steps", "many", "'steps'", "'many'; it must be a whole number from 1 to 1000.")]
    [InlineData("rate", "-1", "'rate'", "'-1'; it must be a number >= 0.")]
    [InlineData("fast", "yes", "'fast'", "'yes'; it must be true or false.")]
    [InlineData("table", "mnist", "'table'", "'mnist'; it must be one of cifar10, cifar100.")]
    public async Task A_value_that_does_not_fit_is_refused_by_name(string name, string value, string names, string says)
    {
        (await Refusal(AllKinds, (name, value))).Should().Contain(names).And.EndWith(says);
        Runner.Specs.Should().BeEmpty();
    }

    [Fact]
    public async Task Where_a_file_that_is_not_there_comes_from_the_parameter_says_that_names_it()
    {
        const string Reads = """
            var table = Parameter("table", "away/cells.csv", "the published cells");
            throw new InputException($"File '{table}' cannot be read; give the path of the file.");
            """;

        (await Refusal(Reads)).Should().EndWith(
            "File 'away/cells.csv' cannot be read; give the path of the file. The recipe's parameter 'table' names it, the published cells: --set table=FILE.");
        (await Refusal(Reads.Replace("{table}", "{System.IO.Path.GetFullPath(table)}")))
            .Should().Contain($"'{Path.GetFullPath("away/cells.csv")}'").And.EndWith("--set table=FILE.", "searches remember files by their whole paths");
        (await Refusal(Reads, ("table", "other.csv"))).Should().Contain("'other.csv'").And.EndWith("--set table=FILE.");
        (await Refusal(Reads, ("table", typeof(RecipeParameterTests).Assembly.Location))).Should().EndWith("give the path of the file.", "it is there");
        (await Refusal(Reads.Replace("File '{table}' cannot be read; give the path of the file.", "No architecture of space '{table}' has that.")))
            .Should().EndWith("has that.", "a space is no file");
    }

    [Fact]
    public async Task An_unknown_parameter_is_refused_before_the_first_search()
    {
        (await Refusal(AllKinds, ("step", "3"))).Should().StartWith("Unknown option 'step' of recipe ").And.EndWith("did you mean 'steps'?");
        Runner.Specs.Should().BeEmpty();
    }

    [Fact]
    public async Task An_unknown_parameter_is_refused_by_a_recipe_that_searches_nothing() =>
        (await Refusal("Print(1);", ("step", "3"))).Should().Contain("'step'");

    [Fact]
    public async Task A_parameter_after_a_search_is_refused() =>
        (await Refusal(AllKinds + "\nParameter(\"late\", 1, \"late\");"))
            .Should().Contain("Parameter 'late'").And.EndWith("comes after a search was run; declare all parameters before.");

    [Fact]
    public async Task A_parameter_declared_twice_is_refused() =>
        (await Refusal("""Parameter("a", 1, ""); Parameter("a", 2, "");"""))
            .Should().Contain("Parameter 'a'").And.EndWith("is declared twice; give each a name of its own.");

    [Fact]
    public async Task A_description_has_the_summary_and_the_parameters_and_runs_no_search()
    {
        var path = Folder.Write("recipe.csx", AllKinds);
        var description = await new RecipeRunner(Folder.Of("cache")).DescribeAsync(path);

        description.Summary.Should().Be("Tries a thing on two lines.");
        description.Parameters.Should().Equal(
            new OptionDescription("steps", "integer", "300", "from 1 to 1000", "supernet steps"),
            new OptionDescription("big", "integer", "5000000000", "", "a large number"),
            new OptionDescription("rate", "number", "0.25", ">= 0", "learning rate"),
            new OptionDescription("fast", "flag", "false", "", "skip the final"),
            new OptionDescription("table", "text", "cifar10", "cifar10 | cifar100", "the table"));
    }
}
