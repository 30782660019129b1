using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;

namespace NasEngine.Extensibility.Tests.Inline;

/// <summary>Classes of a recipe as strategies and spaces, made here and in another process.</summary>
public sealed class InlineStrategyTests : InlineTest
{
    private const string Rest = ".Budget(trials: 2).RunAsync();";

    [Theory]
    [InlineData("Strategy<Climber>()", 5)]
    [InlineData("Strategy<Climber>(new { Patience = 3 })", 3)]
    [InlineData("Strategy(setup => new Climber(setup, 7))", 7)]
    public async Task A_class_is_a_strategy_over_a_space_of_the_recipe(string strategy, int patience)
    {
        await Define($"{Classes}await Search(\"a\").Space(() => new Widths(3)).{strategy}{Rest}");

        Spec.Space.Id.Should().Be("widths", "its architectures bear this id");
        Spec.Strategy.Id.Should().Be("Climber");
        var made = Make(Catalog);
        made.GetType().GetProperty("Patience")!.GetValue(made).Should().Be(patience);
        ((Trial)made.Propose(new ProposalContext(0, 7, []))!).Architecture.Values.Should().HaveCount(3);
    }

    [Fact]
    public async Task Another_process_makes_the_same_parts_of_their_files()
    {
        await Define($"{Classes}await Search(\"a\").Space<Widths>(new {{ Layers = 4 }}).Strategy<Climber>(){Rest}");
        var other = Empty([.. Copies]);

        ((Trial)Make(other).Propose(new ProposalContext(3, 7, []))!).Should().Be((Trial)Make(Catalog).Propose(new ProposalContext(3, 7, []))!);
        other.HashesOf(Spec).Should().Equal(Catalog.HashesOf(Spec)).And.HaveCount(2)
            .And.OnlyContain(pair => pair.Key.EndsWith("@" + pair.Value.Substring(0, 16), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_searches_have_strategies_of_one_name_and_different_code()
    {
        await DefineIn("one.csx", $"{Classes}await Search(\"a\").Space(() => new Widths(3)).Strategy<Climber>(){Rest}");
        await DefineIn("two.csx", $"{Classes.Replace("patience = 5", "patience = 6")}await Search(\"b\").Space(() => new Widths(3)).Strategy<Climber>(){Rest}");

        var made = Runner.Specs.Select(spec => Make(Catalog, spec)).Select(one => one.GetType().GetProperty("Patience")!.GetValue(one));
        made.Should().Equal(5, 6);
        Runner.Specs[0].Space.Should().Be(Runner.Specs[1].Space);
    }

    [Fact]
    public async Task A_file_that_was_altered_is_refused()
    {
        await Define($"{Classes}await Search(\"a\").Space(() => new Widths(3)).Strategy<Climber>(){Rest}");
        var copy = Copies.Single(one => one.Id.StartsWith("Climber@", StringComparison.Ordinal));
        var space = Copies.Single(one => one != copy);
        var bytes = File.ReadAllBytes(copy.Path);

        File.WriteAllBytes(copy.Path, [.. bytes[..^1], (byte)~bytes[^1]]);
        Refusal(() => Make(Empty([.. Copies]))).Should().Be($"'{copy.Path}', which holds a part of a recipe, is damaged; run the recipe again to make it anew.");
        File.Copy(space.Path, copy.Path, overwrite: true);
        Refusal(() => Make(Empty([.. Copies]))).Should().Contain("holds widths@").And.Contain($"'{copy.Id}' was asked for");
        File.Delete(copy.Path);
        Refusal(() => Make(Empty([.. Copies]))).Should().Contain("cannot be read").And.Contain("Run the recipe again");
    }

    [Theory]
    [InlineData("Strategy<Climber>(new { Patence = 3 })", "Unknown option 'Patence' of strategy 'Climber': did you mean 'patience'?")]
    [InlineData("Strategy<Climber>(new { Patience = \"much\" })", "Option 'patience' is 'much'; it must be a whole number.")]
    [InlineData("Space<Widths>()", "The space 'Widths' needs the option 'layers'; give it one: new { Layers = … }.")]
    [InlineData("Space<ISearchSpace>()", "The space 'ISearchSpace' is of 'NasEngine.Contracts' and not written in the recipe; give a lambda that makes it.")]
    public async Task A_part_that_cannot_be_made_is_refused_where_it_is_written(string call, string sentence) =>
        (await Refused($"{Classes}Search(\"a\").{call};")).Should().Contain(sentence);

    private static string Refusal(Action act) => act.Should().Throw<InputException>().Which.Message;

    private IStrategy Make(PluginCatalog services) => Make(services, Spec);

    private static IStrategy Make(PluginCatalog services, SearchSpec spec)
    {
        var space = services.Space(spec.Space);
        return services.Create<IStrategy, StrategySetup>(
            spec.Strategy, new StrategySetup(space, new CountedCosts(space), new Objective("val_accuracy", []), spec.Budget));
    }
}
