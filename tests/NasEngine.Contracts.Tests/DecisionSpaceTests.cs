using System.Collections.Immutable;

namespace NasEngine.Contracts.Tests;

public sealed class DecisionSpaceTests
{
    [Theory]
    [MemberData(nameof(ConditionalSpaces.Names), MemberType = typeof(ConditionalSpaces))]
    public void The_size_is_the_number_of_different_architectures(string name)
    {
        var space = ConditionalSpaces.Named(name);

        ((int)space.Size).Should().Be(ConditionalSpaces.All(space).Count);
    }

    [Theory]
    [MemberData(nameof(ConditionalSpaces.Names), MemberType = typeof(ConditionalSpaces))]
    public void Enumeration_gives_every_architecture_once(string name)
    {
        var space = ConditionalSpaces.Named(name);

        space.Enumerate().Should().OnlyHaveUniqueItems().And.BeEquivalentTo(ConditionalSpaces.All(space));
    }

    [Theory]
    [MemberData(nameof(ConditionalSpaces.Names), MemberType = typeof(ConditionalSpaces))]
    public void Sampling_draws_every_architecture_equally_often(string name)
    {
        var space = ConditionalSpaces.Named(name);
        var all = ConditionalSpaces.All(space);
        const int draws = 40_000;
        var random = RandomSource.For(3, 0, name);

        var counts = Enumerable.Range(0, draws).GroupBy(_ => space.Sample(random)).ToDictionary(group => group.Key, group => group.Count());

        counts.Keys.Should().BeEquivalentTo(all);
        var expected = (double)draws / all.Count;
        var chiSquare = counts.Values.Sum(count => Math.Pow(count - expected, 2) / expected);
        chiSquare.Should().BeLessThan(all.Count - 1 + 5 * Math.Sqrt(2.0 * all.Count));
    }

    [Theory]
    [MemberData(nameof(ConditionalSpaces.Names), MemberType = typeof(ConditionalSpaces))]
    public void Neighbours_differ_in_one_decision_that_both_have_active(string name)
    {
        var space = ConditionalSpaces.Named(name);
        var all = ConditionalSpaces.All(space);

        foreach (var one in all)
        {
            var neighbours = space.Neighbours(one).ToArray();

            neighbours.Should().OnlyHaveUniqueItems().And.OnlyContain(other => all.Contains(other) && Changes(one, other) == 1);
        }
    }

    [Theory]
    [MemberData(nameof(ConditionalSpaces.Names), MemberType = typeof(ConditionalSpaces))]
    public void Every_architecture_can_be_reached_by_neighbours(string name)
    {
        var space = ConditionalSpaces.Named(name);
        var reached = new HashSet<Architecture> { space.Architecture(new int[space.Decisions.Length]) };
        var border = new Queue<Architecture>(reached);
        while (border.TryDequeue(out var one))
        {
            foreach (var other in space.Neighbours(one).Where(reached.Add))
            {
                border.Enqueue(other);
            }
        }

        reached.Should().BeEquivalentTo(ConditionalSpaces.All(space));
    }

    [Fact]
    public void An_ordered_decision_has_the_next_choices_for_neighbours()
    {
        var space = new DecisionSpace("s", [new Decision("kernel", ["3", "5", "7", "9"]) { Ordered = true }]);

        space.Neighbours(space.Architecture([1])).Select(one => one.Values[0]).Should().Equal(0, 2);
    }

    [Theory]
    [MemberData(nameof(ConditionalSpaces.Names), MemberType = typeof(ConditionalSpaces))]
    public void A_mutation_changes_one_decision_and_finds_every_alternative(string name)
    {
        var space = ConditionalSpaces.Named(name);
        var random = RandomSource.For(5, 0, name);
        foreach (var one in ConditionalSpaces.All(space).Take(10))
        {
            var mutants = Enumerable.Range(0, 2000).Select(_ => space.Mutate(one, random)).ToHashSet();

            mutants.Should().BeEquivalentTo(ConditionalSpaces.All(space).Where(other => Changes(one, other) == 1));
        }
    }

    [Theory]
    [MemberData(nameof(ConditionalSpaces.Names), MemberType = typeof(ConditionalSpaces))]
    public void A_child_has_each_value_from_a_parent_that_has_it(string name)
    {
        var space = ConditionalSpaces.Named(name);
        var random = RandomSource.For(7, 0, name);
        for (var i = 0; i < 500; i++)
        {
            var (mother, father) = (space.Sample(random), space.Sample(random));
            var child = space.Cross(mother, father, random);

            space.Architecture(child.Values.AsSpan()).Should().Be(child);
            for (var d = 0; d < child.Values.Length; d++)
            {
                var parents = new[] { mother.Values[d], father.Values[d] }.Where(value => value >= 0).ToArray();
                (child.Values[d] < 0 || parents.Length == 0 || parents.Contains(child.Values[d])).Should().BeTrue();
            }
        }
    }

    [Fact]
    public void A_space_that_is_too_large_to_list_says_so()
    {
        var space = new DecisionSpace("big", Enumerable.Range(0, 80).Select(i => new Decision($"d{i}", ["a", "b"])));

        space.Invoking(it => it.Enumerate()).Should().Throw<InputException>()
            .WithMessage("Space 'big' has 1208925819614629174706176 architectures*");
    }

    [Theory]
    [InlineData("other:0.0.0", "*is not an architecture of space 'plain'*")]
    [InlineData("plain:0.0", "*has 3 values; 2 were given*")]
    [InlineData("plain:0.x.0", "*Value 2*whole number*")]
    [InlineData("plain:0.7.0", "*Decision 'b'*from 0 to 1*")]
    public void A_key_of_another_space_or_version_is_refused(string key, string message)
    {
        var space = ConditionalSpaces.Named("plain");

        space.Invoking(it => it.FromKey(key)).Should().Throw<InputException>().WithMessage(message);
    }

    [Fact]
    public void An_architecture_of_another_space_is_refused_by_name()
    {
        var space = ConditionalSpaces.Named("plain");
        var foreign = ConditionalSpaces.Named("nested").Sample(RandomSource.For(1, 0, ""));

        space.Invoking(it => it.Mutate(foreign, RandomSource.For(1, 0, ""))).Should().Throw<InputException>()
            .WithMessage("*belongs to space 'nested'; space 'plain'*");
    }

    [Fact]
    public void Tied_copies_follow_one_decision_and_repeated_copies_their_own()
    {
        var list = new DecisionList();

        list.Tie(3, new Decision("kernel", ["3", "5"])).Should().Equal(0, 0, 0);
        list.Repeat(3, copy => new Decision($"width{copy}", ["8", "16"])).Should().Equal(1, 2, 3);
        ((int)list.Build("s").Size).Should().Be(16);
    }

    [Fact]
    public void A_depth_makes_the_decisions_of_later_layers_inactive()
    {
        var space = ConditionalSpaces.Named("depth");

        space.Architecture([0, 2, 2, 2]).Values.Should().Equal(ImmutableArray.Create(0, 2, -1, -1));
        space.Architecture([1, 2, 2, 2]).Values.Should().Equal(ImmutableArray.Create(1, 2, 2, -1));
        ((int)space.Size).Should().Be(3 + 9 + 27);
    }

    /// <summary>Active decisions of both with different values.</summary>
    private static int Changes(Architecture one, Architecture other) =>
        one.Values.Zip(other.Values).Count(pair => pair.First >= 0 && pair.Second >= 0 && pair.First != pair.Second);
}
