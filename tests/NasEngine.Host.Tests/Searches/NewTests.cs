using System.Text.RegularExpressions;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Making;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>From nothing to a recipe, and to a plugin that is built, tested and found.</summary>
public sealed class NewTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_new_recipe_says_its_parameters_and_is_not_written_over()
    {
        (await NasProgram.BashAsync(_folder.Path, "nas new recipe MyFirst && nas run my-first.csx --parameters")).Succeeded().Output.Should()
            .Contain("my-first.csx is written").And.Contain("What my-first is for").And.Contain("seed");

        (await NasProgram.RunAsync(_folder.Path, "new", "recipe", "my-first")).ShouldRefuse("my-first.csx' is there already", "another name");
    }

    [Fact]
    public async Task A_new_plugin_builds_and_passes_its_tests_and_is_found()
    {
        var result = (await NasProgram.BashAsync(
            _folder.Path,
            "export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false; nas new plugin patient-climbing --kind strategy && cd patient-climbing "
            + "&& dotnet test -c Release --nologo -v quiet && nas plugins show patient-climbing --plugins plugins.json")).Succeeded();

        result.Output.Should().Contain("Failed:     0, Passed:    12").And.Contain("strategy patient-climbing: ").And.Contain("patience (integer");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/a/feed")]
    public void A_plugin_is_built_against_the_sources_or_against_the_packages_of_a_feed_in_the_version_of_the_contracts(string? feed)
    {
        foreach (var kind in Template.Kinds)
        {
            var files = Template.Plugin(NewName.Of("patient-climbing"), kind, feed);

            files.Values.Concat(files.Keys).Should().OnlyContain(text => !Regex.IsMatch(text, "__[A-Za-z]+__"));
            files.TryGetValue("NuGet.config", out var sources);
            (sources?.Contains("value=\"/a/feed\"") ?? false).Should().Be(feed is not null);
            files["Directory.Build.props"].Should().Contain($"<NasEngine>{(feed is null ? Repository.Root : "")}</NasEngine>")
                .And.Contain($"<NasEngineVersion>{typeof(IPlugin).Assembly.GetName().Version!.ToString(3)}</NasEngineVersion>");
        }
    }

    [Theory]
    [InlineData("plugin x --kind stratgy", "no template for a plugin of kind 'stratgy'", "did you mean 'strategy'?")]
    [InlineData("plugin 9x --kind strategy", "'9x' must begin with a letter", "patient-climbing")]
    [InlineData("recipe a--b", "'a--b' must begin with a letter")]
    [InlineData("plugin x", "'nas new plugin' needs --kind")]
    [InlineData("plugin x --kind rule --feed nowhere", "no folder 'nowhere' with packages", "'./nas pack nowhere' makes it")]
    public void What_cannot_be_made_is_refused_with_what_would_be_right(string line, params string[] words) =>
        Nas.Run(_folder.Path, ["new", .. line.Split(' ')]).ShouldRefuse(words);

    [Fact]
    public void A_recipe_that_comes_with_the_program_is_run_by_its_name_and_a_file_of_ones_own_comes_first()
    {
        string PathOf(string given) => ShippedRecipes.PathOf(given, _folder.Path, _folder.Of("program"));
        Directory.CreateDirectory(_folder.Of("program/scripts"));
        var shipped = _folder.Write("program/scripts/quickstart.csx", "");
        PathOf("quickstart").Should().Be(shipped);
        PathOf("quickstart.csx").Should().Be(shipped);
        Directory.CreateDirectory(_folder.Of("program/scripts/paper"));
        var published = _folder.Write("program/scripts/paper/darts.csx", "");
        PathOf("paper/darts").Should().Be(published);
        PathOf("darts").Should().Be("darts");

        _folder.Write("quickstart.csx", "");
        foreach (var given in new[] { "quickstart.csx", "quickstart", "./quickstart", "scripts/quickstart.csx", "another", "" })
        {
            PathOf(given).Should().Be(given);
        }
    }

    [Fact]
    public void The_recipes_that_come_with_the_program_are_listed_with_what_they_do()
    {
        var recipes = Nas.Run(_folder.Path, "recipes", "--json").Succeeded().Json.GetProperty("recipes").EnumerateArray().ToArray();

        recipes.Select(recipe => Path.GetFileName(recipe.GetProperty("path").GetString())).Should().Contain(["quickstart.csx", "inline.csx"]);
        recipes.Select(recipe => recipe.GetProperty("name").GetString()).Should().Contain(["quickstart", "paper/darts"]);
        recipes.Should().OnlyContain(recipe => recipe.GetProperty("summary").GetString()!.Length > 20);
        Nas.Run(_folder.Path, "recipes").Succeeded().Output.Should().Contain("\ninline  ").And.EndWith("nas run NAME runs one; nas run NAME --help lists its parameters.\n");
    }
}
