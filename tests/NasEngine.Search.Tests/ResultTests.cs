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
