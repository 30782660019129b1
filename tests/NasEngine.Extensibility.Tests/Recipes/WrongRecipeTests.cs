using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;

namespace NasEngine.Extensibility.Tests.Recipes;

/// <summary>
/// Recipes as people get them wrong, each with the whole answer: the place, and what is probably meant. WrongRecipes.approved.txt has
/// them; an answer is changed there by hand.
/// </summary>
public sealed class WrongRecipeTests : RecipeTest
{
    public WrongRecipeTests() => Runner = new RecordingRunner
    {
        Found = [new FoundArchitecture(new Architecture("s", [0]), "0", new Measurement().With("test_accuracy", 0.9).With("macs", 4e6).Metrics)],
    };

    public static TheoryData<string> Names => [.. Approved.Keys];

    private static ImmutableDictionary<string, (string Recipe, string Answer)> Approved { get; } =
        File.ReadAllText(Repository.Path("tests", "NasEngine.Extensibility.Tests", "Recipes", "WrongRecipes.approved.txt"))
            .Split("### ", StringSplitOptions.RemoveEmptyEntries)
            .Select(section => section.Split('\n', 2))
            .ToImmutableDictionary(section => section[0], section => (section[1].Split("\n---\n")[0], section[1].Split("\n---\n")[1].TrimEnd('\n')));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_wrong_recipe_is_answered_with_its_place_and_what_is_probably_meant(string name)
    {
        var (recipe, answer) = Approved[name];

        (await Refusal(recipe)).Replace(Folder.Of("recipe.csx"), "recipe.csx").Should().Be(answer);
    }
}
