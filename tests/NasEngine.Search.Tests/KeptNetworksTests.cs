using NasEngine.Contracts;

namespace NasEngine.Search.Tests;

/// <summary>Which networks may still be asked for.</summary>
public sealed class KeptNetworksTests
{
    [Fact]
    public void Those_of_the_best_trials_are_kept_where_the_strategy_does_not_say()
    {
        var state = Run(new ToyStrategy(), budget: 30, score: number => number % 13);
        state.Kept.Keys.Should().BeEquivalentTo(state.Leaders.Select(leader => leader.Number));
        state.Kept[state.Leaders[0].Number].Should().Be(new LeftNetwork($"hash of {state.Leaders[0].Number}", state.Leaders[0].Architecture));
    }

    [Fact]
    public void Those_that_the_strategy_wants_are_kept_and_no_others()
    {
        var state = Run(new ToyStrategy { MayStartFrom = [2, 5, 77] }, budget: 30, score: number => number % 13);
        state.Kept.Keys.Should().Equal(2, 5);
    }

    [Fact]
    public void One_that_a_pending_candidate_starts_from_is_kept_and_so_is_one_that_was_not_observed()
    {
        var strategy = new ToyStrategy
        {
            MayStartFrom = [],
            Instead = context => FidelityStateTests.Trial with { Keep = true, Weights = context.Number == 3 ? WeightOrigin.Of(0) : WeightOrigin.Fresh },
        };
        var space = new ToySpace();
        var state = Turn.Take(new SearchState(Toy.Spec(window: 2)), strategy, space, Toy.Objective).State;
        state = state.Apply(new Measured(1, Toy.Score(1) with { Network = "b" }));
        state.Kept.Keys.Should().Equal(1);

        state = Turn.Take(state.Apply(new Measured(0, Toy.Score(1) with { Network = "a" })), strategy, space, Toy.Objective).State;
        state.Pending.Select(candidate => candidate.Number).Should().Equal(2, 3);
        state.Kept.Keys.Should().BeEmpty("candidate 3 was proposed after 0 and 1 were observed, and the strategy did not want 0");

        strategy = new ToyStrategy { MayStartFrom = [0], Instead = strategy.Instead };
        state = Turn.Take(new SearchState(Toy.Spec(window: 4)), strategy, space, Toy.Objective).State;
        state = Turn.Take(state.Apply(new Measured(0, Toy.Score(1) with { Network = "a" })), strategy, space, Toy.Objective).State;
        strategy = new ToyStrategy { MayStartFrom = [], Instead = strategy.Instead };
        state = Turn.Take(state.Apply(new Measured(1, Toy.Score(1))), strategy, space, Toy.Objective).State;
        state.Kept.Keys.Should().Equal([0L], "candidate 3 is pending and starts from it");
        state = Turn.Take(state.Apply(new Measured(2, Toy.Score(1))).Apply(new Measured(3, Toy.Score(1))), strategy, space, Toy.Objective).State;
        state.Kept.Should().BeEmpty();
    }

    private static SearchState Run(ToyStrategy strategy, long budget, Func<long, double> score) => Toy.Run(
        Toy.Spec(budget: budget), strategy, RandomSource.For(1, 0, "arrivals"),
        number => Toy.Score(score(number)) with { Network = $"hash of {number}" }).State;
}
