using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>What the program says of recipes, plugins and the machine.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("--parameters")]
    [InlineData("--help")]
    public async Task The_parameters_of_a_recipe_are_listed(string option)
    {
        using var folder = new TempFolder();
        folder.Write("mine.csx", """
            // Finds nothing.
            var steps = Parameter("steps", 12, "how far to go", min: 3);
            await Search("x").Space("nowhere").Strategy("random").Objective(Maximize.Accuracy()).Budget(trials: steps).RunAsync();
            """);

        var result = (await NasProgram.RunAsync(folder.Path, "run", "mine.csx", option)).Succeeded();

        result.Output.Should().EndWith("""
            Finds nothing.
            Parameters (--set NAME=VALUE):
              steps  how far to go (integer from 3 to 2147483647, default 12)

            """.ReplaceLineEndings("\n"));
        result.Output.Contains("--workspace").Should().Be(option == "--help");
        folder.Content.Should().Equal("mine.csx");
    }

    [Fact]
    public async Task Plugins_are_listed_by_kind_and_a_part_shows_its_options()
    {
        using var folder = new TempFolder();

        var list = (await NasProgram.RunAsync(folder.Path, "plugins", "--json")).Succeeded().Json.GetProperty("parts");
        list.EnumerateArray().Select(part => (part.GetProperty("kind").GetString(), part.GetProperty("id").GetString())).Should().Contain(
            [("strategy", "fp-nas"), ("space", "fbnetv2-f"), ("dataset", "fashion-mnist"), ("estimator", "supernet"), ("estimator", "table")]);

        var shown = (await NasProgram.RunAsync(folder.Path, "plugins", "show", "fp-nas")).Succeeded();
        shown.Output.Should().StartWith("strategy fp-nas: ").And.Contain("  lambda (number");
    }

    [Theory]
    [InlineData("")]
    [InlineData("--help")]
    public async Task Without_a_command_all_are_listed_and_those_of_the_launcher_named(string argument)
    {
        using var folder = new TempFolder();

        (await NasProgram.RunAsync(folder.Path, argument.Length > 0 ? [argument] : [])).Succeeded().Output.Should().ContainAll("run <recipe>", "'nas test'", "'nas bench NAME'", "'nas pack'");
    }

    [Fact]
    public async Task The_doctor_says_of_each_thing_whether_it_is_well()
    {
        using var folder = new TempFolder();

        var result = await NasProgram.RunAsync(folder.Path, "doctor");

        result.Output.Should().Contain("ok   tensors: TorchSharp 0.107.0 on libtorch 2.10.0 from").And.Contain("ok   plugin probabilistic: loads")
            .And.Contain("Fashion-MNIST: ").And.Contain("ok   workspace: '.nas' does not exist yet");
        result.Output.Split('\n').Where(line => line.StartsWith("BAD", StringComparison.Ordinal)).Should().NotContain(
            line => !line.StartsWith("BAD  Fashion-MNIST: ", StringComparison.Ordinal), "data of one's own is not missed where none is named");
        result.ExitCode.Should().Be(result.Output.Contains("BAD") ? 2 : 0);
        folder.Content.Should().BeEmpty();
    }
}
