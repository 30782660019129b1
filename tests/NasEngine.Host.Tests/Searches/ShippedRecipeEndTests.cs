using System.Text.RegularExpressions;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>
/// Recipes of ours to their end at a tiny budget, on a few random images: of each kind of strategy one that is quick.
/// <c>tests/acceptance/recipes</c> runs all there are, on pictures.
/// </summary>
public sealed partial class ShippedRecipeEndTests(ShippedRecipeEndTests.Files files) : IClassFixture<ShippedRecipeEndTests.Files>, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("bayesian-fashion")]
    [InlineData("compare")]
    [InlineData("drnas-fashion")]
    [InlineData("evolution-fashion")]
    [InlineData("fabric-fashion")]
    [InlineData("gdas-fashion")]
    [InlineData("inline")]
    [InlineData("mnasnet-fashion")]
    [InlineData("morphism-fashion")]
    [InlineData("pnas-fashion")]
    [InlineData("quickstart")]
    public async Task A_recipe_of_ours_ends_at_a_tiny_budget(string name)
    {
        var recipe = Repository.Script(name);
        var tiny = Parameter().Matches(File.ReadAllText(recipe)).Select(match => match.Groups["name"].Value)
            .Select(parameter => (Name: parameter, Value: Tiny(parameter))).Where(one => one.Value is not null);

        var run = await Nas.RunAsync(
            _folder.Of("workspace"), CancellationToken.None,
            ["run", recipe, "--data", files.Images, "--isolation", "inproc", .. tiny.SelectMany(one => new[] { "--set", $"{one.Name}={one.Value}" })]);

        run.Succeeded().Error.Should().NotContain("failed");
        Directory.GetFiles(_folder.Of("workspace/results"), "result.json", SearchOption.AllDirectories).Should().NotBeEmpty();
    }

    /// <summary>Written once: images of which a half makes a batch, and a table.</summary>
    public sealed class Files : IDisposable
    {
        private readonly TempFolder _folder = new();

        public Files() => (Images, Table) = (TinyData.Write(_folder.Of("images"), train: 440, test: 20), CellTable.Write(_folder));

        public string Images { get; }

        public string Table { get; }

        public void Dispose() => _folder.Dispose();
    }

    private string? Tiny(string parameter) => parameter switch
    {
        "table" => files.Table,
        "trials" or "evaluations" or "steps" or "children" or "beam" => "2",
        "rounds" or "seeds" or "morphs" => "1",
        _ when parameter.EndsWith("pochs", StringComparison.Ordinal) => "0.05",
        _ => null,
    };

    [GeneratedRegex("= Parameter\\(\\s*\"(?<name>\\w+)\"")]
    private static partial Regex Parameter();
}
