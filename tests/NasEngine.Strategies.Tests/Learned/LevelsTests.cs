using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Cells;
using NasEngine.Strategies.Learned;

namespace NasEngine.Strategies.Tests.Learned;

public sealed class LevelsTests
{
    private static readonly ISearchSpace Cells = PluginParts.Of(new CellsPlugin()).Space("pnas");
    private static readonly WidthSpace Widths = new();
    private static readonly ToySpace Toy = new();

    [Fact]
    public void The_levels_of_pnas_are_its_blocks_with_136_300_528_820_and_1176_forms_of_each()
    {
        var levels = new Levels(Cells.Decisions);
        levels.Count.Should().Be(5);
        var parents = levels.First().DistinctBy(Cells.Canonical).ToArray();
        parents.Should().HaveCount(136);
        var random = RandomSource.For(1, 0, "parents");
        var parent = parents[random.NextInt(parents.Length)];
        foreach (var (forms, level) in new[] { 300, 528, 820, 1176 }.Select((forms, place) => (forms, place + 1)))
        {
            var children = levels.Children(parent, level).DistinctBy(Cells.Canonical).ToArray();
            children.Should().HaveCount(forms).And.OnlyContain(child => child.Values[0] == level);
            parent = children[random.NextInt(children.Length)];
        }
    }

    [Fact]
    public void A_child_keeps_all_that_its_parent_has()
    {
        var levels = new Levels(Cells.Decisions);
        var parent = levels.First().Skip(77).First();
        levels.Children(parent, 1).Should().OnlyContain(child => child.Values.Skip(1).Take(4).SequenceEqual(parent.Values.Skip(1).Take(4)));
    }

    [Fact]
    public void Without_a_decision_that_says_the_size_a_level_opens_a_group_and_the_rest_has_its_first_choice()
    {
        var levels = new Levels(Widths.Decisions);
        levels.Size.Should().BeNull();
        levels.Count.Should().Be(8);
        levels.First().Select(one => string.Concat(one.Values)).Should().Equal("00000000", "10000000", "20000000", "30000000");
        levels.Children(Widths.Decisions.Architecture([2, 3, 0, 0, 0, 0, 0, 0]), 2).Select(one => string.Concat(one.Values))
            .Should().Equal("23000000", "23100000", "23200000", "23300000");
    }

    [Fact]
    public void All_levels_together_reach_every_architecture_of_a_conditional_space()
    {
        var levels = new Levels(Toy.Decisions);
        levels.Size.Should().Be(0);
        var first = levels.First().ToArray();
        first.Concat(first.SelectMany(one => levels.Children(one, 1))).Should().BeEquivalentTo(Toy.All()).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_level_with_too_many_combinations_is_refused()
    {
        var decisions = Enumerable.Range(0, 21).Select(number => new Decision($"one{number}", ["a", "b"]) { Group = "all" });
        FluentActions.Invoking(() => new Levels(new DecisionSpace("wide", decisions)))
            .Should().Throw<InputException>().WithMessage("*level 1 of space 'wide' has 2097152*");
    }

    [Fact]
    public void Tokens_mean_the_same_in_every_block()
    {
        var tokens = new SurrogateTokens(Cells.Decisions, new Levels(Cells.Decisions).Size);
        tokens.Count.Should().Be(8 + 6, "eight operations, six sources");
        tokens.Of(Cells.Parse("b2|i0_sep5_i1_max3|i0_sep5_i1_max3|-_-_-_-|-_-_-_-|-_-_-_-")).Should().HaveCount(8).And.Match(sequence =>
            sequence.Take(4).SequenceEqual(sequence.Skip(4)));
    }
}
