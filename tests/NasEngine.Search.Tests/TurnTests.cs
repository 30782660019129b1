using NasEngine.Contracts;

namespace NasEngine.Search.Tests;

public class TurnTests
{
    [Fact]
    public void A_search_fills_its_window_and_no_more()
    {
        var turn = Turn.Take(new SearchState(Toy.Spec(window: 4)), new ToyStrategy(), new ToySpace(), Toy.Objective);

        turn.Events.Should().HaveCount(4).And.AllBeOfType<Proposed>();
        turn.State.Pending.Select(candidate => candidate.Number).Should().Equal(0, 1, 2, 3);
    }

    [Fact]
    public void The_budget_is_never_exceeded()
    {
        var (state, _) = Toy.Run(Toy.Spec(window: 7, budget: 20), new ToyStrategy(), RandomSource.For(1, 0, "arrivals"));

        state.Next.Should().Be(20);
        state.ObservedCount.Should().Be(20);
        state.Pending.Should().BeEmpty();
    }

    [Fact]
    public void In_a_deterministic_search_the_order_of_arrival_changes_no_call_of_the_strategy()
    {
        var calls = Enumerable.Range(0, 20).Select(run =>
        {
            var strategy = new ToyStrategy();
            Toy.Run(Toy.Spec(), strategy, RandomSource.For((ulong)run, 0, "arrivals"));
            return string.Join('\n', strategy.Calls);
        });

        calls.Distinct().Should().ContainSingle();
    }

    [Fact]
    public void Without_determinism_results_are_observed_as_they_arrive()
    {
        var state = Turn.Take(new SearchState(Toy.Spec(deterministic: false)), new ToyStrategy(), new ToySpace(), Toy.Objective).State;
        state = state.Apply(new Measured(3, Toy.Score(1))).Apply(new Measured(1, Toy.Score(1)));
        var strategy = new ToyStrategy();

        Turn.Take(state, strategy, new ToySpace(), Toy.Objective);

        strategy.Calls.Where(call => call.StartsWith("observe", StringComparison.Ordinal)).Should().Equal("observe 3", "observe 1");
    }

    [Fact]
    public void A_strategy_is_told_how_a_trial_stands_to_the_constraints_and_of_a_failure_nothing()
    {
        var objective = Toy.Objective.Require(new Constraint("macs", 10));
        var strategy = new ToyStrategy();
        var state = Turn.Take(new SearchState(Toy.Spec()), strategy, new ToySpace(), objective).State
            .Apply(new Measured(0, Toy.Score(1).With("macs", 25))).Apply(new Measured(1, Measurement.Failed(FailureKind.Poisoned, "x")));

        Turn.Take(state, strategy, new ToySpace(), objective);

        strategy.Told.Select(one => one.Feasibility.Violation).Should().Equal(1.5, 0);
        strategy.Told[1].Feasibility.Should().Be(Feasibility.Free);
    }

    [Fact]
    public void A_strategy_that_wants_results_first_is_asked_again_after_the_next()
    {
        var space = new ToySpace();
        var strategy = new ToyStrategy
        {
            Instead = context => context.Number > 0 && context.Pending.Length > 0 ? null : new Trial(new Architecture("toy", [0, 0]), Fidelity.Full),
        };
        var state = Turn.Take(new SearchState(Toy.Spec()), strategy, space, Toy.Objective).State;
        state.Pending.Should().ContainSingle();

        state = Turn.Take(state.Apply(new Measured(0, Toy.Score(1))), strategy, space, Toy.Objective).State;

        state.Pending.Select(candidate => candidate.Number).Should().Equal(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Nonsense_is_refused_in_one_sentence_that_names_strategy_and_candidate(int kind)
    {
        WorkItem nonsense = kind switch
        {
            0 => new Trial(new Architecture("other", [0, 0]), Fidelity.Full),
            1 => new Trial(new Architecture("toy", [9, 0]), Fidelity.Full),
            2 => new Trial(new Architecture("toy", [0, 0]), new Fidelity(-1)),
            _ => new SupernetStep("uniform", [], [], System.Collections.Immutable.ImmutableSortedDictionary<string, double>.Empty),
        };
        var act = () => Turn.Take(new SearchState(Toy.Spec()), new ToyStrategy { Instead = _ => nonsense }, new ToySpace(), Toy.Objective);

        act.Should().Throw<StrategyFault>().WithMessage("Strategy 'toy' proposed*(candidate 0).");
    }

    [Fact]
    public void A_strategy_that_throws_is_named_with_what_it_did()
    {
        var act = () => Turn.Take(
            new SearchState(Toy.Spec()), new ToyStrategy { Instead = _ => throw new InvalidOperationException("no idea") }, new ToySpace(), Toy.Objective);

        act.Should().Throw<StrategyFault>().WithMessage("Strategy 'toy' failed to propose candidate 0: no idea");
    }
}
