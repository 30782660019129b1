using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search.Tests;

public class ResultTests
{
    [Fact]
    public void Leaders_are_the_best_of_all_trials_each_architecture_once()
    {
        var random = RandomSource.For(5, 0, "leaders");
        var trials = Enumerable.Range(0, 400).Select(number => new Leader(
            number, new Architecture("toy", [random.NextInt(40)]), random.NextInt(100), new Measurement())).ToArray();

        var kept = trials.Aggregate(ImmutableArray<Leader>.Empty, (leaders, one) => Leaders.Add(leaders, one, Leaders.Kept));

        var expected = trials.GroupBy(trial => trial.Architecture)
            .Select(same => same.OrderByDescending(trial => trial.Score).ThenBy(trial => trial.Number).First())
            .OrderByDescending(trial => trial.Score).ThenBy(trial => trial.Number).Take(Leaders.Kept);
        kept.Should().Equal(expected);
    }

    [Fact]
    public void Of_two_texts_of_one_network_the_better_one_leads()
    {
        Leader One(long number, int choice, double score, string network) =>
            new(number, new Architecture("toy", [choice]), score, new Measurement()) { Network = network };

        Leader[] trials = [One(0, 0, 0.5, "a"), One(1, 1, 0.7, "a"), One(2, 2, 0.6, "b"), One(3, 3, 0.7, "a")];
        trials.Aggregate(ImmutableArray<Leader>.Empty, (leaders, one) => Leaders.Add(leaders, one, Leaders.Kept))
            .Select(leader => leader.Number).Should().Equal(1, 2);
    }

    [Fact]
    public void A_turn_asks_which_networks_the_best_are_and_finalists_are_different_ones()
    {
        var space = new ToySpace { Network = architecture => $"{architecture.Values[0] / 2}" };
        var (state, _) = Toy.Run(Toy.Spec(budget: 40), new ToyStrategy(), RandomSource.For(1, 0, "arrivals"), space: space);
        state.Leaders.Should().HaveCount(2, "there are two networks").And.OnlyHaveUniqueItems(leader => leader.Network);
    }

    [Fact]
    public void A_strategy_whose_first_winners_are_one_network_is_asked_for_more()
    {
        var ranked = Enumerable.Range(0, 12).Select(choice => new Architecture("toy", [choice])).ToArray();
        var asked = new List<int>();
        ImmutableArray<Architecture> Recommend(int count)
        {
            asked.Add(count);
            return [.. ranked.Take(count)];
        }

        Finalists.Different(Recommend, one => $"{one.Values[0] / 4}", 3).Select(one => one.Values[0]).Should().Equal(0, 4, 8);
        asked.Should().Equal(3, 6, 12);
        Finalists.Different(Recommend, _ => "one", 3).Should().Equal(ranked[0]);
        Finalists.Different(_ => [], one => one.Key, 3).Should().BeEmpty();
    }

    [Fact]
    public void The_strategys_own_winners_come_before_the_engines_ranking()
    {
        var state = new SearchState(Toy.Spec())
        {
            Leaders = [new Leader(0, new Architecture("toy", [1, 1]), 9, new Measurement())],
        };
        var own = new Architecture("toy", [2, 2]);

        Finalists.Choose(state, [own], 3).Should().Equal(own);
        Finalists.Choose(state, [], 3).Should().Equal(state.Leaders[0].Architecture);
    }
}
